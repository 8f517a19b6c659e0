// SPDX-License-Identifier: EPL-2.0
// Lets things move one tween after the other, and says where they are whenever one is over.
import { EasingFunction, engine, Entity, PBTween, Transform, Tween, TweenLoop, TweenSequence, tweenSystem } from '@dcl/sdk/ecs'
import { Vector3 } from '@dcl/sdk/math'

const MILLISECONDS = 150

function way(from: number, to: number): PBTween {
    return {
        mode: Tween.Mode.Move({ start: Vector3.create(from, 1, 0), end: Vector3.create(to, 1, 0) }),
        duration: MILLISECONDS,
        easingFunction: EasingFunction.EF_EASEQUAD
    }
}

function mover(name: string, first: PBTween, rest: PBTween[], loop?: TweenLoop): [string, Entity] {
    const entity = engine.addEntity()
    Transform.create(entity, {})
    Tween.create(entity, first)
    TweenSequence.create(entity, { sequence: rest, loop })
    return [name, entity]
}

export function main() {
    const movers = [
        mover('yoyo', way(0, 4), [], TweenLoop.TL_YOYO),
        mover('restart', way(0, 2), [way(2, 6), way(6, 8)], TweenLoop.TL_RESTART),
        mover('alone', way(1, 3), [], TweenLoop.TL_RESTART),
        mover('once', way(0, 5), [way(5, 7)])
    ]
    engine.addSystem(() => {
        for (const [name, entity] of movers) {
            if (tweenSystem.tweenCompleted(entity)) {
                console.log(`${name} at ${Transform.get(entity).position.x.toFixed(0)}`)
            }
        }
    })
}
