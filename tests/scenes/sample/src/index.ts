// SPDX-License-Identifier: EPL-2.0
import { engine, Schemas, Transform } from '@dcl/sdk/ecs'
import { Vector3 } from '@dcl/sdk/math'

enum Mode {
  DRIFT = 'drift',
  ANCHORED = 'anchored',
  TOW = 'tow'
}

export const Velocity = engine.defineComponent('sample::Velocity', {
  velocity: Schemas.Vector3,
  damping: Schemas.Float,
  mode: Schemas.EnumString<Mode>(Mode, Mode.DRIFT),
  around: Schemas.Array(Schemas.Entity),
  tint: Schemas.Color3,
  note: Schemas.Optional(Schemas.String)
})

/** Whatever drifts rises and falls with the waves. */
function drift(time: { passed: number }) {
  return (dt: number) => {
    time.passed += dt
    for (const [entity, { velocity, damping, mode }] of engine.getEntitiesWith(Velocity, Transform)) {
      if (mode !== Mode.DRIFT) continue
      const swing = Math.cos(time.passed * Math.PI) * dt * damping
      const transform = Transform.getMutable(entity)
      transform.position = Vector3.add(transform.position, Vector3.scale(velocity, swing))
    }
  }
}

export function main() {
  engine.addSystem(drift({ passed: 0 }))
}
