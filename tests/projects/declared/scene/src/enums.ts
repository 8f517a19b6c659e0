// SPDX-License-Identifier: EPL-2.0
import { ColliderLayer, engine, InputAction, PointerEventType, Schemas, TextAlignMode } from '@dcl/sdk/ecs'
import * as ecs from '@dcl/sdk/ecs'
import { Pace } from './shared/schemas'

export enum Flag { None = 0, A = 1 << 0, B = 1 << 1, Both = A | B }
export const enum Constant { One = 1, Two }
enum Key { Door = 'door', Gate = 'gate', Both = `${Door}-${Gate}` }

export const OfPace = engine.defineComponent('enums::Pace', { pace: Schemas.EnumNumber<Pace>(Pace, Pace.Back) })
export const OfFlag = engine.defineComponent('enums::Flag', { flag: Schemas.EnumNumber<Flag>(Flag, Flag.Both) })
export const OfKey = engine.defineComponent('enums::Key', { key: Schemas.EnumString<Key>(Key, Key.Both) })
export const OfConstant = engine.defineComponent('enums::Constant', { value: Schemas.Int }, { value: Constant.Two })
export const OfLayer = engine.defineComponent('enums::Layer', {
    // @ts-ignore: declared as constants, but the package has the object.
    layer: Schemas.EnumNumber<ColliderLayer>(ColliderLayer, ColliderLayer.CL_PHYSICS)
})
export const OfAction = engine.defineComponent('enums::Action', {
    // @ts-ignore: declared as constants, but the package has the object.
    action: Schemas.EnumNumber<InputAction>(InputAction, InputAction.IA_POINTER),
    // @ts-ignore: declared as constants, but the package has the object.
    type: Schemas.EnumNumber<PointerEventType>(PointerEventType, PointerEventType.PET_DOWN)
})
export const OfAlign = engine.defineComponent('enums::Align', {
    // @ts-ignore: declared as constants, but the package has the object.
    align: Schemas.EnumNumber<ecs.TextAlignMode>(ecs.TextAlignMode, TextAlignMode.TAM_MIDDLE_CENTER)
})
