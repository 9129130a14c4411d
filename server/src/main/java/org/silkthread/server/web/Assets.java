package org.silkthread.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The style sheets, scripts and pictures of the pages. Their addresses hold a digest of all of them, so a browser may
 * keep them for ever and still sees a change at once.
 */
public final class Assets {

    static final String LOCATION = "classpath:/static/assets/";
    private static final String FOLDER = "/static/assets/";
    private static final int DIGEST_CHARACTERS = 12;

    private final Map<String, Resource> files;
    private final String root;

    private Assets(Map<String, Resource> files) {
        this.files = files;
        this.root = "/assets/" + digest(files) + "/";
    }

    /** The assets on the class path. */
    public static Assets onClassPath() {
        try {
            Map<String, Resource> files = new TreeMap<>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(LOCATION + "**/*.*")) {
                String address = resource.getURI().toString();
                files.put(address.substring(address.lastIndexOf(FOLDER) + FOLDER.length()), resource);
            }
            return new Assets(files);
        } catch (IOException e) {
            throw new UncheckedIOException("The page assets cannot be read", e);
        }
    }

    /**
     * The address of an asset.
     *
     * @param name its path below the assets folder, such as 'silkthread.css'
     * @throws IllegalArgumentException when there is no such file
     */
    public String address(String name) {
        if (!files.containsKey(name)) {
            throw new IllegalArgumentException("There is no asset '" + name + "'");
        }
        return URI.create(root + name).toString();
    }

    /** The address below which all assets are served. */
    String root() {
        return root;
    }

    private static String digest(Map<String, Resource> files) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, Resource> file : files.entrySet()) {
                sha256.update(file.getKey().getBytes(StandardCharsets.UTF_8));
                try (InputStream in = new DigestInputStream(file.getValue().getInputStream(), sha256)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(sha256.digest()).substring(0, DIGEST_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The page assets cannot be read", e);
        }
    }
}
