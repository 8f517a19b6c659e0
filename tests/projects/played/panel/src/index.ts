// SPDX-License-Identifier: EPL-2.0
export { main } from './panel'
