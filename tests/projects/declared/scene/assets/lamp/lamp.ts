// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas } from '@dcl/sdk/ecs'

export const Switch = engine.defineComponent('assets::Switch', { on: Schemas.Boolean }, { on: true })
