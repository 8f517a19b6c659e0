// SPDX-License-Identifier: EPL-2.0
// custom.cjs DIR list: prints what the official editor makes of the custom items of the project in DIR, a line of JSON.
// custom.cjs DIR create NAME COMPOSITE PATH...: lets it make one of a composite and files of the project.
const { createDataLayerHost } = require('@dcl/inspector');
const fs = require('node:fs');
const path = require('node:path');

const [directory, verb, name, composite, ...resources] = process.argv.slice(2);
process.chdir(directory);
console.log = console.warn = console.error = () => {};
const files = {
    dirname: path.dirname,
    basename: path.basename,
    join: path.join,
    cwd: () => process.cwd(),
    existFile: async (file) => fs.existsSync(file) && fs.statSync(file).isFile(),
    readFile: async (file) => fs.readFileSync(file),
    readdir: async (folder) =>
        fs.readdirSync(folder || '.', { withFileTypes: true }).map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() })),
    rm: async (file) => fs.rmSync(file),
    stat: async (file) => fs.statSync(file),
    writeFile: async (file, content) => {
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, content);
    }
};

async function main() {
    const { rpcMethods } = await createDataLayerHost(files);
    if (verb === 'create') {
        await rpcMethods.createCustomAsset({ name, composite: Buffer.from(composite), resources });
    }
    const { assets } = await rpcMethods.getCustomAssets({});
    process.stdout.write(JSON.stringify(assets.map(({ data }) => JSON.parse(Buffer.from(data)))) + '\n', () => process.exit(0));
}
main().catch((failure) => { process.stderr.write(failure.stack + '\n', () => process.exit(1)); });
