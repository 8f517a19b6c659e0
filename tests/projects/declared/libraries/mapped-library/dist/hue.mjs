// SPDX-License-Identifier: EPL-2.0
export const Hue = { Warm: 'warm', Cold: 'cold' }
