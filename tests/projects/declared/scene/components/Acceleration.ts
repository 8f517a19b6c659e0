// SPDX-License-Identifier: EPL-2.0
import { Schemas } from '@dcl/sdk/ecs'
import { declareComponent } from '../src/declare'
import { timed } from '../src/shared/schemas'

const Acceleration = declareComponent(timed({ by: Schemas.Vector3 }), { seconds: 2 })
export default Acceleration
