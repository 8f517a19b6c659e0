// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas } from '@dcl/sdk/ecs'

const prefix = 'names'
const names = { fifth: 'names::Fifth' } as const
enum Name { Sixth = 'names::Sixth' }
const full = (name: string) => [prefix, name].join('::')
const { defineComponent } = { defineComponent: engine.defineComponent.bind(engine) }

export const First =
    engine
        .defineComponent(
            // on a line of its own
            'names::First',
            { value: Schemas.Int }
        )
export const Second = engine.defineComponent(`${prefix}::Second`, { value: Schemas.Int })
export const Third = engine.defineComponent(prefix + '::' + 'Third', { value: Schemas.Int })
export const Fourth = engine.defineComponent(full('Fourth'), { value: Schemas.Int })
export const Fifth = engine.defineComponent(names.fifth, { value: Schemas.Int })
export const Sixth = engine.defineComponent(Name.Sixth, { value: Schemas.Int })
export const [Seventh, Eighth] = ['Seventh', 'Eighth'].map((name) => engine.defineComponent(full(name), { value: Schemas.Int }))
export const Ninth = defineComponent('names::コンポーネント 😀', { value: Schemas.Int })
export const Tenth = engine['defineComponent']('names::Tenth', { value: Schemas.Int })
export const Long = engine.defineComponent('names::' + 'long'.repeat(40), { value: Schemas.Int })
