// SPDX-License-Identifier: EPL-2.0
// Prints which files of each folder a deployment takes, as lines of JSON.
const { getPublishableFiles } = require('@dcl/sdk-commands/dist/logic/project-files')
const fs = require('node:fs/promises')

async function main(folders) {
    for (const folder of folders) {
        const files = await getPublishableFiles({ fs }, folder)
        console.log(JSON.stringify(files.map((file) => file.replace(/\\/g, '/')).sort()))
    }
}

main(process.argv.slice(2))
