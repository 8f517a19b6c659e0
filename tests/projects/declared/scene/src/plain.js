// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas } from '@dcl/sdk/ecs'

export const Plain = engine.defineComponent('plain::Plain', { value: Schemas.Int })
