// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas } from '@dcl/sdk/ecs'
import { Color3, Color4 } from '@dcl/sdk/math'

export const Lamp = engine.defineComponent(
    'my-scene::Lamp',
    { color: Schemas.Color4, ambient: Schemas.Color3, range: Schemas.Float },
    { color: Color4.Yellow(), ambient: Color3.create(0.1, 0.2, 0.3), range: 12.5 }
)
export const Flicker = engine.defineComponent('my-scene::Flicker', { hertz: Schemas.Number }, { hertz: 10 / 4 })
