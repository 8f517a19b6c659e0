// SPDX-License-Identifier: EPL-2.0
import { Schemas } from '@dcl/sdk/ecs'
import { speed } from 'base-library'
import { declareComponent } from '../declare.js'

export const Rotator = declareComponent('rotator-library::Rotator', { axis: Schemas.Vector3, speed })
export const Brake = declareComponent('rotator-library::Brake', { speed })
