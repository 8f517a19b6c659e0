// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas } from '@dcl/sdk/ecs'

export const speed = Schemas.Float
export const Base = engine.defineComponent('base-library::Base', { speed })
