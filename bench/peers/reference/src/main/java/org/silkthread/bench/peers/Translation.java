package org.silkthread.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.cqframework.cql.cql2elm.CqlCompilerOptions;
import org.cqframework.cql.cql2elm.CqlTranslator;
import org.cqframework.cql.cql2elm.LibraryBuilder.SignatureLevel;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;

/** CQL to ELM in JSON, for engines that take only that. Arguments: {@code --content} and {@code --elm}, the folder to write. */
final class Translation {

    private Translation() {}

    public static void main(String[] words) throws IOException {
        Arguments arguments = Arguments.of(words);
        Content content = Content.read(arguments.path("content"));
        Path out = Files.createDirectories(arguments.path("elm"));
        CqlCompilerOptions options = new CqlCompilerOptions(
                CqlCompilerOptions.Options.EnableLocators,
                CqlCompilerOptions.Options.EnableResultTypes,
                CqlCompilerOptions.Options.DisableListDemotion,
                CqlCompilerOptions.Options.DisableListPromotion);
        options.setSignatureLevel(SignatureLevel.All);
        LibraryManager libraries = new LibraryManager(new ModelManager(), options);
        libraries.getLibrarySourceLoader().registerProvider(content);
        try (Stream<Path> files = Files.list(content.folder().resolve("cql"))) {
            for (Path file : files.sorted().toList()) {
                CqlTranslator translator = CqlTranslator.fromText(Files.readString(file), libraries);
                if (!translator.getErrors().isEmpty()) {
                    throw new IllegalStateException(file + ": " + translator.getErrors());
                }
                String name = file.getFileName().toString().replaceFirst("\\.cql$", ".json");
                Files.writeString(out.resolve(name), translator.toJson());
            }
        }
    }
}
