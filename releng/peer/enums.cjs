// SPDX-License-Identifier: EPL-2.0
// Prints the enumerations of @dcl/ecs: what the worker that reads component schemas knows of them (script.graal/sdk/enums.json).
const ecs = require('@dcl/ecs/dist-cjs')
const isEnum = (value) =>
  value !== null &&
  typeof value === 'object' &&
  Object.getPrototypeOf(value) === Object.prototype &&
  Object.keys(value).length > 0 &&
  Object.values(value).every((member) => typeof member === 'number' || typeof member === 'string') &&
  !('componentName' in value)
const names = Object.keys(ecs).filter((name) => /^[A-Z]/.test(name) && isEnum(ecs[name])).sort()
process.stdout.write('{\n' + names.map((name) => JSON.stringify(name) + ': ' + JSON.stringify(ecs[name])).join(',\n') + '\n}\n')
