// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.error;

/**
 * The error class that a QMP client may switch on.
 *
 * <p>QEMU: qapi/error.json, QapiErrorClass. Immutable.
 */
public enum ErrorClass {
    /** Anything that has no class of its own. */
    GENERIC_ERROR("GenericError"),
    /** The command is unknown, or not allowed in this state. */
    COMMAND_NOT_FOUND("CommandNotFound"),
    /** The device is there but not active. */
    DEVICE_NOT_ACTIVE("DeviceNotActive"),
    /** A path or id names nothing. */
    DEVICE_NOT_FOUND("DeviceNotFound"),
    /** The host's KVM lacks a capability. */
    KVM_MISSING_CAP("KVMMissingCap");

    private final String wireName;

    ErrorClass(String wireName) {
        this.wireName = wireName;
    }

    /** Returns the word that stands for this class on the wire, for example {@code GenericError}. */
    public String wireName() {
        return wireName;
    }
}
