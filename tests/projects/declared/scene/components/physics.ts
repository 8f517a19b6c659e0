// SPDX-License-Identifier: EPL-2.0
import { Schemas } from '@dcl/sdk/ecs'
import { declareComponent } from '../src/declare'

export const Friction = declareComponent('my-scene::Friction', { factor: Schemas.Double }, { factor: 0.25 })
export const Weight = declareComponent('my-scene::Weight', { kilograms: Schemas.Float })
export const Drag = declareComponent('my-scene::Drag', Schemas.Map({ factor: Schemas.Double }))
