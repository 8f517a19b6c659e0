// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas } from '@dcl/sdk/ecs'

enum Size { Small, Large = 7 }
enum Word { Hello = 'hello', World = 'wörld' }

export const OfBoolean = engine.defineComponent('every::Boolean', { value: Schemas.Boolean })
export const OfByte = engine.defineComponent('every::Byte', { value: Schemas.Byte })
export const OfShort = engine.defineComponent('every::Short', { value: Schemas.Short })
export const OfInt = engine.defineComponent('every::Int', { value: Schemas.Int })
export const OfInt64 = engine.defineComponent('every::Int64', { value: Schemas.Int64 })
export const OfFloat = engine.defineComponent('every::Float', { value: Schemas.Float })
export const OfDouble = engine.defineComponent('every::Double', { value: Schemas.Double })
export const OfNumber = engine.defineComponent('every::Number', { value: Schemas.Number })
export const OfString = engine.defineComponent('every::String', { value: Schemas.String })
export const OfEntity = engine.defineComponent('every::Entity', { value: Schemas.Entity })
export const OfVector3 = engine.defineComponent('every::Vector3', { value: Schemas.Vector3 })
export const OfQuaternion = engine.defineComponent('every::Quaternion', { value: Schemas.Quaternion })
export const OfColor3 = engine.defineComponent('every::Color3', { value: Schemas.Color3 })
export const OfColor4 = engine.defineComponent('every::Color4', { value: Schemas.Color4 })
export const OfEnumNumber = engine.defineComponent('every::EnumNumber', { value: Schemas.EnumNumber<Size>(Size, Size.Large) })
export const OfEnumString = engine.defineComponent('every::EnumString', { value: Schemas.EnumString<Word>(Word, Word.World) })
export const OfArray = engine.defineComponent('every::Array', { value: Schemas.Array(Schemas.Int) })
export const OfMap = engine.defineComponent('every::Map', { value: Schemas.Map({ b: Schemas.Int, 2: Schemas.Int, 1: Schemas.Int }) })
export const OfOptional = engine.defineComponent('every::Optional', { value: Schemas.Optional(Schemas.String) })
export const OfOneOf = engine.defineComponent('every::OneOf', { value: Schemas.OneOf({ number: Schemas.Int, text: Schemas.String }) })
export const OfJson = engine.defineComponent('every::fromJson', {
    value: Schemas.fromJson({ type: 'array', items: { type: 'integer', serializationType: 'int16' }, serializationType: 'array' } as any)
})
export const OfNothing = engine.defineComponent('every::nothing', {})
export const FromSchema = engine.defineComponentFromSchema('every::schema', Schemas.Quaternion)
export const FromArray = engine.defineComponentFromSchema('every::array', Schemas.Array(Schemas.OneOf({ a: Schemas.Byte })))
