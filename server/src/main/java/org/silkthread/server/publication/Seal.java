package org.silkthread.server.publication;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A fingerprint of words and figures: any later change of them gives another. It is the SHA-256 of the parts in a fixed
 * order, each preceded by its length in bytes, so that no two different contents run into the same bytes.
 *
 * @param hash 64 hexadecimal digits
 */
public record Seal(String hash) {

    private static final int DIGITS = 64;

    public Seal {
        if (hash.length() != DIGITS) {
            throw new IllegalArgumentException("A seal has " + DIGITS + " hexadecimal digits");
        }
    }

    /** Of the frozen words and the cut they stand with. */
    static Seal ofFrozen(PublicationId id, String title, Manuscript manuscript, FrozenCut cut) {
        MessageDigest sha = sha256();
        add(sha, id.code());
        add(sha, title);
        for (Map.Entry<String, String> text : manuscript.texts().entrySet()) {
            add(sha, text.getKey());
            add(sha, text.getValue());
        }
        add(sha, cut.id().toString());
        add(sha, cut.hash());
        return finish(sha);
    }

    /** Of everything that a signatory signs: the frozen content, what others added, and the declaration itself. */
    static Seal ofSigned(Seal frozen, List<Attachment> attachments, String declaration) {
        MessageDigest sha = sha256();
        add(sha, frozen.hash());
        for (Attachment attachment : attachments) {
            add(sha, attachment.body());
            add(sha, attachment.words());
        }
        add(sha, declaration);
        return finish(sha);
    }

    private static void add(MessageDigest sha, String part) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(bytes);
    }

    private static Seal finish(MessageDigest sha) {
        return new Seal(HexFormat.of().formatHex(sha.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
