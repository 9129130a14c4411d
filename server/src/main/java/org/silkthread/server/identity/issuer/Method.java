package org.silkthread.server.identity.issuer;

/** A way to prove who one is, with its name among the authentication methods of RFC 8176. */
public enum Method {
    PASSWORD("pwd"),
    ONE_TIME_CODE("otp"),
    RECOVERY_CODE("otp"),
    PASSKEY("hwk");

    private final String reference;

    Method(String reference) {
        this.reference = reference;
    }

    public String reference() {
        return reference;
    }
}
