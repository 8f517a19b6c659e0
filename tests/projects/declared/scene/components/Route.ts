// SPDX-License-Identifier: EPL-2.0
import { Schemas } from '@dcl/sdk/ecs'
import { declareComponent } from '../src/declare'
import { leg } from '../src/shared/schemas'

const list = Schemas.Array(leg)
export { described as default }
const described = declareComponent(Schemas.Map({ legs: list, loops: Schemas.Boolean }, { loops: true }))
