// SPDX-License-Identifier: EPL-2.0
throw new Error('This is for those that cannot import.')
