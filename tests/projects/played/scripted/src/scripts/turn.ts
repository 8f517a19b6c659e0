// SPDX-License-Identifier: EPL-2.0
import { Entity, Transform } from '@dcl/sdk/ecs'
import { Quaternion, Vector3 } from '@dcl/sdk/math'

export class Turn {
    constructor(
        public src: string,
        public entity: Entity,
        public degrees: number
    ) {}

    start() {
        console.log(`turns ${this.entity} by ${this.degrees} from ${this.src}`)
    }

    update(dt: number) {
        const transform = Transform.getMutable(this.entity)
        transform.rotation = Quaternion.multiply(transform.rotation, Quaternion.fromAngleAxis(this.degrees * dt, Vector3.Up()))
    }
}
