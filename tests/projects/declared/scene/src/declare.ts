// SPDX-License-Identifier: EPL-2.0
import { engine, ISchema, Schemas, Spec } from '@dcl/sdk/ecs'

/** A component that has its name from its file, until it is given one. */
export type Declaration = { declared: ISchema<any> }

const schema = (spec: any, initial?: any): ISchema<any> =>
    typeof spec.create === 'function' ? spec : Schemas.Map(spec as Spec, initial)

export function declareComponent(name: string, spec: any, initial?: any): any
export function declareComponent(spec: any, initial?: any): Declaration
export function declareComponent(first: any, ...rest: any[]): any {
    return typeof first === 'string'
        ? engine.defineComponentFromSchema(first, schema(rest[0], rest[1]))
        : { declared: schema(first, rest[0]) }
}
