// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas as S } from '@dcl/sdk/ecs'
import * as shared from './shared/schemas'

const level = (depth: number): any => (depth === 0 ? S.Int : S.Map({ [`level${depth}`]: level(depth - 1) }))

export const Deep = engine.defineComponent('nested::Deep', { root: level(12) })
export const Legs = engine.defineComponent('nested::Legs', { legs: S.Array(shared.leg), last: S.Optional(shared.leg) })
export const Lists = engine.defineComponentFromSchema('nested::Lists', shared.listOf(shared.listOf(S.Color4)))
export const Choices = engine.defineComponent('nested::Choices', {
    what: S.OneOf({ leg: shared.leg, none: S.Map({}), list: S.Array(S.Optional(S.Entity)) })
})
export const Partly = engine.defineComponent(
    'nested::Partly',
    { inner: S.Map({ a: S.Int, b: S.String }, { b: 'inner' }), list: S.Array(S.Int) },
    { list: [1, 2, 3] }
)
