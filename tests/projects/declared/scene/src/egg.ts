// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas } from '@dcl/sdk/ecs'
import { Hen } from './hen'

export const layer = Schemas.Float
export const Egg = engine.defineComponent('circle::Egg', { layer })
export const henOf = () => Hen.componentName
