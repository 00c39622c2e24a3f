// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The hooks that run on each object of a class, its ancestors' included, in the order of a class's line from the root.
 *
 * <p>Immutable. QEMU: qom/object.c, object_init_with_type, object_post_init_with_type, object_deinit.
 */
final class InstanceHooks {
    @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types
    private static final Consumer<QomObject>[] NO_HOOKS = new Consumer[0];

    static final InstanceHooks NONE = new InstanceHooks(NO_HOOKS, NO_HOOKS, NO_HOOKS);

    private final Consumer<QomObject>[] init;
    private final Consumer<QomObject>[] postInit;
    private final Consumer<QomObject>[] finalizers;

    private InstanceHooks(
            Consumer<QomObject>[] init, Consumer<QomObject>[] postInit, Consumer<QomObject>[] finalizers) {
        this.init = init;
        this.postInit = postInit;
        this.finalizers = finalizers;
    }

    /** Returns these hooks with a descendant type's behind them. */
    InstanceHooks with(TypeInfo type) {
        return new InstanceHooks(
                append(init, type.instanceInit()),
                append(postInit, type.instancePostInit()),
                append(finalizers, type.instanceFinalize()));
    }

    private static Consumer<QomObject>[] append(Consumer<QomObject>[] hooks, @Nullable Consumer<QomObject> own) {
        if (own == null) {
            return hooks;
        }
        Consumer<QomObject>[] all = Arrays.copyOf(hooks, hooks.length + 1);
        all[hooks.length] = own;
        return all;
    }

    /** Runs all instance_init, the root type's first, and then all instance_post_init in the same order. */
    void runInit(QomObject object) {
        for (Consumer<QomObject> hook : init) {
            hook.accept(object);
        }
        for (Consumer<QomObject> hook : postInit) {
            hook.accept(object);
        }
    }

    boolean hasFinalizers() {
        return finalizers.length > 0;
    }

    /** Runs all instance_finalize, the object's own type's first; each runs, whatever happens to the others. */
    void runFinalizers(QomObject object, Failures failures) {
        for (int i = finalizers.length - 1; i >= 0; i--) {
            Consumer<QomObject> hook = finalizers[i];
            failures.attempt(() -> hook.accept(object));
        }
    }
}
