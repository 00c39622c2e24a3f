// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.config;

import io.qom4j.core.QomObject;

/** An object that users cannot make. */
final class Screw extends QomObject {}
