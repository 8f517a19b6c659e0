// SPDX-License-Identifier: EPL-2.0
// components.cjs DIR MODULE...: what the official engine knows once modules of a scene are loaded: [{ name, number, schema, default }].
const { load, print } = require('./scene.cjs');

async function main(directory, modules) {
    const { engine } = await load(directory, modules);
    return [...engine.componentsIter()]
        .filter(({ componentName }) => !/^(core|core-schema)::/.test(componentName))
        .map(({ componentName, componentId, schema }) => ({
            name: componentName,
            number: componentId,
            schema: schema.jsonSchema,
            default: schema.create()
        }));
}

const [directory, ...modules] = process.argv.slice(2);
print(main(directory, modules));
