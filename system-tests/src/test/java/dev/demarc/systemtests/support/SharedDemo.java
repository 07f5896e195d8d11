package dev.demarc.systemtests.support;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives the one run of {@code demarc demo --exit} that all classes share; the first that asks runs it. */
public final class SharedDemo implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedDemo.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Demo.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent("demo", key -> Demo.play(), Demo.class);
    }

    /** What the demo said, and the shop that it left behind. */
    public static final class Demo implements AutoCloseable {

        private final Command said;
        private final Product left;
        private final AtomicReference<@Nullable Product> running = new AtomicReference<>();

        private Demo(Command said, Product left) {
            this.said = said;
            this.left = left;
        }

        private static Demo play() {
            Product product = new Product("demo", Receiver.SETTINGS);
            return new Demo(product.demarc(Patience.START, "demo", "--exit"), product.ofTheDemo());
        }

        /** The demo's output and exit code. */
        public Command said() {
            return said;
        }

        /** The shop, up again; started by the first who asks. */
        public Product shop() {
            Product up = running.updateAndGet(before -> before == null ? left.up() : before);
            if (up == null) {
                throw new IllegalStateException("it is not up");
            }
            return up;
        }

        @Override
        public void close() {
            left.close();
        }
    }
}
