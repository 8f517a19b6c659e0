// SPDX-License-Identifier: EPL-2.0
import { ISchema, Schemas, Spec } from '@dcl/sdk/ecs'

export enum Pace {
    Walk = 1,
    Run,
    Fly = 10,
    Back = -1
}

export const leg = Schemas.Map(
    { to: Schemas.Vector3, pace: Schemas.EnumNumber<Pace>(Pace, Pace.Run), pause: Schemas.Optional(Schemas.Float) },
    { pause: 0.5 }
)

export function timed<T extends Spec>(spec: T) {
    return { ...spec, seconds: Schemas.Float }
}

export const listOf = <T>(schema: ISchema<T>) => Schemas.Map({ items: Schemas.Array(schema) })
