// SPDX-License-Identifier: EPL-2.0
import { Entity, engine, Schemas } from '@dcl/sdk/ecs'

export class Elevator {
    static readonly Component = engine.defineComponent('scopes::Elevator', { floor: Schemas.Int })
    constructor(readonly entity: Entity) {}
    floor = () => Elevator.Component.get(this.entity).floor
}

export namespace Space {
    export const Star = engine.defineComponent('scopes::Star', { size: Schemas.Float })
    export namespace Inner {
        export const Planet = engine.defineComponent('scopes::Planet', { star: Schemas.Entity })
    }
}

export const all = {
    Left: engine.defineComponent('scopes::Left', { value: Schemas.Int }),
    Right: engine.defineComponent('scopes::Right', { value: Schemas.Int })
}

function counter<T extends string>(name: T, initial = 0) {
    return engine.defineComponent(`scopes::${name}`, { count: Schemas.Int }, { count: initial })
}

export const Hits = counter('Hits')
export const Lives = counter('Lives', 3)
const Secret = engine.defineComponent('scopes::Secret', { value: Schemas.Int })
export const secretOf = (entity: Entity) => Secret.getOrNull(entity)?.value ?? 0
