// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas } from '@dcl/sdk/ecs'
import { layer, Egg } from './egg'

export const shell = () => Schemas.Map({ layer })
export const Hen = engine.defineComponent('circle::Hen', { shell: shell() })
export const laid = () => Egg.componentName
