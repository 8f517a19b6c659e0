// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas } from '@dcl/sdk/ecs'

export const Marker = engine.defineComponent('two::Marker', { two: Schemas.Int })
