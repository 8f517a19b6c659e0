// SPDX-License-Identifier: EPL-2.0
import { Schemas } from '@dcl/sdk/ecs'
import { declareComponent } from '../src/declare'

/** How much is left of something. */
export default declareComponent({ points: Schemas.Int, regenerates: Schemas.Boolean }, { points: 100 })
