package org.silkthread.server.indicators.web.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;
import org.silkthread.server.indicators.web.document.DataLicence;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API says about itself, beyond what each operation says. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI apiDescriptionHead() {
        return new OpenAPI()
                .info(new Info()
                        .title("Silkthread API")
                        .version("1")
                        .summary("Every published figure about the quality of care")
                        .description("""
                                Reads everything that the public pages show. No account is needed.

                                A figure that is hidden or missing has no value; `withheld` says why in words. Below \
                                national level, counts of 1 to 7 are hidden and other counts are rounded to the nearest \
                                5, and everything else is worked out from the counts that are shown.

                                Replies are JSON. Lists can also be read as CSV: ask with `Accept: text/csv`, or add \
                                `.csv` to the address. Errors are problem documents (RFC 9457) with a reference number.""")
                        .license(new License().name(DataLicence.NAME).url(DataLicence.ADDRESS)))
                .servers(List.of(new Server().url("/").description("This installation")));
    }

    /** Every operation can be refused in the same way, so that is said once and for all. */
    @Bean
    OpenApiCustomizer problemsInApiDescription() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problemSchema());
            api.getPaths()
                    .values()
                    .forEach(path -> path.readOperations().forEach(operation -> {
                        operation
                                .getResponses()
                                .addApiResponse("400", problem("A parameter is outside what is allowed"));
                        if (operation.getParameters() != null
                                && operation.getParameters().stream().anyMatch(p -> "path".equals(p.getIn()))) {
                            operation.getResponses().addApiResponse("404", problem("There is no such thing"));
                        }
                    }));
        };
    }

    private static ApiResponse problem(String when) {
        return new ApiResponse()
                .description(when)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema<?> problemSchema() {
        return new ObjectSchema()
                .description("Why a request failed, as RFC 9457 describes it")
                .properties(Map.of(
                        "title", new StringSchema().description("What kind of failure it is"),
                        "status", new IntegerSchema().description("The HTTP status"),
                        "detail", new StringSchema().description("What happened, in plain words"),
                        "advice", new StringSchema().description("What to do about it"),
                        "reference", new StringSchema().description("What to quote when you ask for help")));
    }
}
