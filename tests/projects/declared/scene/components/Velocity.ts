// SPDX-License-Identifier: EPL-2.0
import { Schemas } from '@dcl/sdk/ecs'
import { declareComponent } from '../src/declare'

export default declareComponent({
    x: Schemas.Float,
    y: Schemas.Float,
    z: Schemas.Float
})
