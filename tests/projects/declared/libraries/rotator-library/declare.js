// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas } from '@dcl/sdk/ecs'

const schema = (spec, initial) => (typeof spec.create === 'function' ? spec : Schemas.Map(spec, initial))

export const declareComponent = (first, ...rest) =>
    typeof first === 'string' ? engine.defineComponentFromSchema(first, schema(...rest)) : { declared: schema(first, ...rest) }
