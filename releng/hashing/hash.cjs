// SPDX-License-Identifier: EPL-2.0
// Prints the hash of each file, one per line; run by node -e.
const { createReadStream } = require('node:fs')
const { hashV1 } = require('@dcl/hashing')

async function main(files) {
    for (const file of files) console.log(await hashV1(createReadStream(file)))
}

main(process.argv.slice(1))
