// SPDX-License-Identifier: EPL-2.0
const { engine, Schemas } = require('@dcl/sdk/ecs')
const schema = Schemas.Map({ value: Schemas.Optional(Schemas.String) })
module.exports = { schema, Older: engine.defineComponentFromSchema('old-library::Older', schema) }
