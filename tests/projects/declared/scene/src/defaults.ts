// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas } from '@dcl/sdk/ecs'
import { Color3, Color4, Quaternion, Scalar, Vector3 } from '@dcl/sdk/math'

const vectors = { a: Schemas.Vector3, b: Schemas.Vector3, c: Schemas.Vector3 }

export const Vectors = engine.defineComponent('defaults::Vectors', vectors, {
    a: Vector3.create(1, 2, 3),
    b: Vector3.scale(Vector3.Up(), 2),
    c: Vector3.add(Vector3.One(), Vector3.Forward())
})
export const More = engine.defineComponent('defaults::More', vectors, {
    a: Vector3.normalize(Vector3.create(3, 0, 4)),
    b: Vector3.lerp(Vector3.Zero(), Vector3.Right(), 0.25),
    c: Vector3.cross(Vector3.Up(), Vector3.Left())
})
export const Turns = engine.defineComponent(
    'defaults::Turns',
    { a: Schemas.Quaternion, b: Schemas.Quaternion, c: Schemas.Quaternion },
    {
        a: Quaternion.Identity(),
        b: Quaternion.fromEulerDegrees(0, 90, 45),
        c: Quaternion.fromAngleAxis(30, Vector3.Up())
    }
)
export const Colors = engine.defineComponent(
    'defaults::Colors',
    { a: Schemas.Color4, b: Schemas.Color3, c: Schemas.Color4 },
    { a: Color4.Red(), b: Color3.Purple(), c: Color4.fromHexString('#336699cc') }
)
export const Numbers = engine.defineComponent(
    'defaults::Numbers',
    { angle: Schemas.Float, part: Schemas.Float, text: Schemas.String },
    { angle: Math.PI / 2, part: Scalar.clamp(3, 0, 1), text: ['a', 'b'].join('-') }
)
const common = { speed: 3, title: 'Türe "A"\n' }
export const Spread = engine.defineComponent(
    'defaults::Spread',
    { speed: Schemas.Int, title: Schemas.String },
    { ...common, speed: common.speed + 1 }
)
export const Absent = engine.defineComponent('defaults::Absent', { maybe: Schemas.Optional(Schemas.Int) }, { maybe: undefined })
export const Negative = engine.defineComponent('defaults::Negative', { zero: Schemas.Float, big: Schemas.Int64 }, { zero: -0, big: 2 ** 53 })
