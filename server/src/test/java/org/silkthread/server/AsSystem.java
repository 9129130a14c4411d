package org.silkthread.server;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.silkthread.server.access.DataScope;

/**
 * Lets a test call rooms as the command line does, which sees the whole database. What the test asks for over HTTP has
 * the scope of the request, and nothing of this.
 */
public final class AsSystem implements InvocationInterceptor {

    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        return asSystem(invocation);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        asSystem(invocation);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        asSystem(invocation);
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        asSystem(invocation);
    }

    @Override
    public <T extends @Nullable Object> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        return asSystem(invocation);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        asSystem(invocation);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<@Nullable Void> invocation, DynamicTestInvocationContext test, ExtensionContext context)
            throws Throwable {
        asSystem(invocation);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        asSystem(invocation);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        asSystem(invocation);
    }

    private static <T extends @Nullable Object> T asSystem(Invocation<T> invocation) throws Throwable {
        Outcome<T> outcome = DataScope.<Outcome<T>>asSystem("a test", () -> Outcome.of(invocation));
        return switch (outcome) {
            case Outcome.Done<T>(T result) -> result;
            case Outcome.Failed<T>(Throwable failure) -> throw failure;
        };
    }

    /** What came of a test, carried out of a scope that lets no checked exception through. */
    private sealed interface Outcome<T extends @Nullable Object> {

        record Done<T extends @Nullable Object>(T result) implements Outcome<T> {}

        record Failed<T extends @Nullable Object>(Throwable failure) implements Outcome<T> {}

        static <T extends @Nullable Object> Outcome<T> of(Invocation<T> invocation) {
            try {
                return new Done<>(invocation.proceed());
            } catch (Throwable failure) {
                return new Failed<>(failure);
            }
        }
    }
}
