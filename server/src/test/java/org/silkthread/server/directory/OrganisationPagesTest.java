package org.silkthread.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.silkthread.server.directory.FictionalFiles.northmarch;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.silkthread.server.Browser;
import org.silkthread.server.ServerTest;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class OrganisationPagesTest {

    private final Browser browser;

    OrganisationPagesTest(Environment environment, DirectoryImports imports) {
        this.browser = Browser.of(environment);
        northmarch(imports);
    }

    @Test
    void an_organisation_is_found_by_name_code_and_postcode() {
        assertThat(page("/organisations?q=aldhelms+tarn")).contains("St Aldhelm's and Tarnmouth Hospitals");
        assertThat(page("/organisations?q=zd-indep")).contains("Fellside Eye Clinic");
        assertThat(page("/organisations?q=ZY24CD")).contains("Fellside Eye Clinic");
    }

    @Test
    void closed_organisations_are_listed_only_when_asked_for() {
        assertThat(page("/organisations?q=Tarnmouth+Royal+Hospital")).doesNotContain("/organisations/ZD-OLD");
        assertThat(page("/organisations?q=Tarnmouth+Royal+Hospital&closed=true"))
                .contains("/organisations/ZD-OLD")
                .contains("Closed on 31 March 2020");
    }

    @Test
    void the_list_can_be_narrowed_by_type_service_and_place() {
        assertThat(page("/organisations?within=ZD-NET&type=PRACTICE"))
                .contains("1 organisation in Tarn and Fell Network")
                .contains("Mill Lane Practice");
        assertThat(page("/organisations?within=ZD-VALE&service=ophthalmology"))
                .contains("Fellside Eye Clinic")
                .doesNotContain("Mill Lane Practice");
    }

    @Test
    void a_search_that_finds_nothing_says_what_to_try() {
        assertThat(page("/organisations?q=zzzzqqq")).contains("No organisation matches your search");
    }

    @Test
    void a_profile_says_what_the_organisation_is_and_where_it_belongs() {
        assertThat(page("/organisations/ZD-NEW"))
                .contains("NHS trust", "ZY1 2AB", "1 April 2020", "Emergency care", "Northmarch", "It took over from")
                .contains("/organisations/ZD-OLD");
    }

    @Test
    void a_closed_organisation_says_so_and_leads_to_its_successor() {
        assertThat(page("/organisations/ZD-OLD"))
                .contains("Closed on 31 March 2020", "Taken over on 1 April 2020 by", "/organisations/ZD-NEW");
    }

    @Test
    void a_profile_can_be_seen_as_it_was() {
        assertThat(page("/organisations/ZD-OLD?date=1+june+2019"))
                .contains("This page shows how it was on 1 June 2019")
                .doesNotContain("Closed on");
        assertThat(page("/organisations/ZD-OLD?date=31+February+2019")).contains("Enter a real date");
    }

    @Test
    void a_code_in_small_letters_leads_to_the_page_and_an_unknown_one_to_a_404() {
        assertThat(browser.get("/organisations/zd-new").statusCode()).isEqualTo(302);
        HttpResponse<String> unknown = browser.get("/organisations/ZD-NOBODY");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("We do not know an organisation with the code ZD-NOBODY");
    }

    @Test
    void programs_read_the_list_in_pages() {
        JsonNode first = json("/api/v1/organisations?within=ZD-VALE&size=2");

        assertThat(first.get("total").asLong()).isGreaterThanOrEqualTo(6);
        assertThat(first.get("organisations")).hasSize(2);
        assertThat(json(first.get("next").asString()).get("page").asInt()).isEqualTo(2);
    }

    @Test
    void programs_read_an_organisation_as_at_a_date() {
        JsonNode profile = json("/api/v1/organisations/ZD-GP1?date=2024-06-01");

        assertThat(profile.get("organisation").get("name").asString()).isEqualTo("Mill Lane Practice");
        assertThat(profile.get("ancestors")).hasSize(5);
        assertThat(profile.get("ancestors").get(4).get("code").asString()).isEqualTo("ENG");
    }

    @Test
    void the_list_comes_as_csv_too() {
        assertThat(page("/api/v1/organisations.csv?q=ZD-INDEP"))
                .startsWith(
                        "code,name,type,level,status,postcode,opened,closed,source\r\nZD-INDEP,Fellside Eye Clinic,");
        assertThat(browser.get("/api/v1/organisations?q=ZD-INDEP", "text/csv").body())
                .contains("ZD-INDEP,Fellside Eye Clinic,");
    }

    @Test
    void requests_beyond_the_limits_and_unknown_codes_get_problem_documents() {
        HttpResponse<String> tooMany = browser.get("/api/v1/organisations?size=201");
        assertThat(tooMany.statusCode()).isEqualTo(400);
        assertThat(tooMany.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(browser.get("/api/v1/organisations/ZD-NOBODY").statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/v1/organisations?page=0").statusCode()).isEqualTo(400);
    }

    private String page(String path) {
        HttpResponse<String> response = browser.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(page(path));
    }
}
