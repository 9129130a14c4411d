package org.silkthread.server.identity;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.security.Security;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.SecretKeyFactorySpi;

/** Counts how often the platform hashes a password: stands in front of its own provider and hands the work on to it. */
public final class CountedHashes extends Provider implements AutoCloseable {

    private static final long serialVersionUID = 1L;
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final AtomicLong COUNT = new AtomicLong();

    public CountedHashes() {
        super("CountedHashes", "1", "counts password hashes");
        put("SecretKeyFactory." + ALGORITHM, Counting.class.getName());
        Security.insertProviderAt(this, 1);
    }

    /** How many passwords were hashed while the work was done. */
    public long during(Runnable work) {
        long before = COUNT.get();
        work.run();
        return COUNT.get() - before;
    }

    @Override
    public void close() {
        Security.removeProvider(getName());
    }

    /** The platform's own factory, counted. */
    public static final class Counting extends SecretKeyFactorySpi {

        private final SecretKeyFactory own;

        public Counting() throws NoSuchAlgorithmException, NoSuchProviderException {
            own = SecretKeyFactory.getInstance(ALGORITHM, "SunJCE");
        }

        @Override
        protected SecretKey engineGenerateSecret(KeySpec spec) throws InvalidKeySpecException {
            COUNT.incrementAndGet();
            return own.generateSecret(spec);
        }

        @Override
        protected KeySpec engineGetKeySpec(SecretKey key, Class<?> spec) throws InvalidKeySpecException {
            return own.getKeySpec(key, spec);
        }

        @Override
        protected SecretKey engineTranslateKey(SecretKey key) throws InvalidKeyException {
            return own.translateKey(key);
        }
    }
}
