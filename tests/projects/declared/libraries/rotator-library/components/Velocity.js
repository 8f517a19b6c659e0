// SPDX-License-Identifier: EPL-2.0
import { Schemas } from '@dcl/sdk/ecs'
import { declareComponent } from '../declare.js'

export default declareComponent({ degrees: Schemas.Float }, { degrees: 90 })
