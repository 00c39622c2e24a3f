// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

/** Where an object that has a class stands in its life. */
enum LifeStage {
    /** The class's hooks are at work on the object; nobody hears of what happens to it. */
    MAKING,
    /** The object can be used. */
    ALIVE,
    /** The object is user-creatable and its complete hook has run. */
    COMPLETE,
    /** The object has been finalised. */
    ENDED
}
