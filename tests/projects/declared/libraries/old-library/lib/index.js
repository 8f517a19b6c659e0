// SPDX-License-Identifier: EPL-2.0
'use strict'
Object.defineProperty(exports, '__esModule', { value: true })
const ecs_1 = require('@dcl/sdk/ecs')
const inner = require('./inner')
exports.Old = ecs_1.engine.defineComponent('old-library::Old', { age: ecs_1.Schemas.Int, inner: inner.schema }, { age: 30 })
exports.Older = inner.Older
