// SPDX-License-Identifier: Apache-2.0
package io.qom4j.core.annotation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which the source of a class has its members.
 *
 * <p>Reflection gives methods in an order that changes from run to run; the class file has them as the source does. Where the
 * class file cannot be had, methods are ordered by name. Fields come as they stand.
 */
final class SourceOrder {
    private SourceOrder() {}

    static List<Field> fields(Class<?> type) {
        return List.of(type.getDeclaredFields());
    }

    /** Returns the methods that the source declares, in its order. */
    static List<Method> methods(Class<?> type) {
        List<Method> methods = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            if (!method.isSynthetic()) {
                methods.add(method);
            }
        }
        Map<String, Integer> order = methods.size() > 1 ? order(type) : Map.of();
        methods.sort(Comparator.<Method>comparingInt(each -> order.getOrDefault(key(each), Integer.MAX_VALUE))
                .thenComparing(SourceOrder::key));
        return methods;
    }

    private static Map<String, Integer> order(Class<?> type) {
        String name = type.getName();
        Map<String, Integer> order = new HashMap<>();
        try (InputStream in = type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
            if (in != null) {
                for (MethodModel method :
                        ClassFile.of().parse(in.readAllBytes()).methods()) {
                    order.put(
                            method.methodName().stringValue()
                                    + method.methodType().stringValue(),
                            order.size());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The class file of " + name + " cannot be read", e);
        }
        return order;
    }

    private static String key(Method method) {
        return method.getName()
                + java.lang.invoke.MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                        .descriptorString();
    }
}
