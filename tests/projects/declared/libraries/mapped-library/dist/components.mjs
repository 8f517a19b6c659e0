// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas } from '@dcl/sdk/ecs'
import { Hue } from 'mapped-library/hue'

export const Mapped = engine.defineComponent('mapped-library::Mapped', { hue: Schemas.EnumString(Hue, Hue.Warm) })
