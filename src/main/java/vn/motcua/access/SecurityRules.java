package vn.motcua.access;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may call which address: nothing without a login but the login itself, what machines call by
 * HTTP Basic, and the rest by one session for all pages and webapps.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SecurityRules {

  private static final String[] OPEN = {
    "/login", "/access/**", "/favicon.ico", "/error", "/actuator/health", "/actuator/health/**"
  };
  private static final String CONTENT =
      "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline';"
          + " frame-ancestors 'self'; form-action 'self'; base-uri 'self'; object-src 'self'";

  private final Memberships memberships;

  SecurityRules(Memberships memberships) {
    this.memberships = memberships;
  }

  /** Without it a pattern would not match the paths of the Jersey servlets. */
  @Bean
  static PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
    return new PathPatternRequestMatcherBuilderFactoryBean();
  }

  @Bean
  @Order(1)
  SecurityFilterChain loginsOfMachines(HttpSecurity http) throws Exception {
    http.securityMatcher(machine())
        .authorizeHttpRequests(this::engineDoors)
        .httpBasic(basic -> basic.authenticationEntryPoint(realm()))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable());
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain loginsOfPeople(
      HttpSecurity http,
      Landing landing,
      ObjectProvider<ClientRegistrationRepository> identityProviders,
      ObjectProvider<OidcAccounts> oidcAccounts)
      throws Exception {
    http.authorizeHttpRequests(this::pages)
        .formLogin(
            login -> login.loginPage("/login").successHandler(landing).failureUrl("/login?error"))
        .logout(
            logout ->
                logout
                    .logoutSuccessUrl("/login?logout")
                    .deleteCookies("JSESSIONID")
                    .clearAuthentication(true))
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfCookie())
                    .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                    // The webapps have their own token, in a cookie and header of other names.
                    .ignoringRequestMatchers("/camunda/**"))
        .exceptionHandling(
            refusals ->
                refusals
                    .defaultAuthenticationEntryPointFor(
                        new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), calls())
                    .defaultAuthenticationEntryPointFor(new BackToLogin(), request -> true)
                    .accessDeniedHandler(new Forbidden()))
        .requestCache(cache -> cache.requestCache(new PagesOnly()))
        .headers(SecurityRules::headers);
    ClientRegistrationRepository providers = identityProviders.getIfAvailable();
    if (providers != null) {
      OidcClientInitiatedLogoutSuccessHandler goodbye =
          new OidcClientInitiatedLogoutSuccessHandler(providers);
      goodbye.setDefaultTargetUrl("/login?logout");
      http.logout(logout -> logout.logoutSuccessHandler(goodbye));
      http.oauth2Login(
          login ->
              login
                  .loginPage("/login")
                  .successHandler(landing)
                  .failureUrl("/login?error")
                  .userInfoEndpoint(
                      info -> oidcAccounts.ifAvailable(users -> info.oidcUserService(users))));
    }
    return http.build();
  }

  @Bean
  FilterRegistrationBean<EngineIdentity> engineIdentity(IdentityService identity) {
    FilterRegistrationBean<EngineIdentity> filter =
        new FilterRegistrationBean<>(new EngineIdentity(identity, memberships));
    filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<PageNonces> pageNonces(
      @Value("${motcua.webapps.content-security-policy}") String policy) {
    FilterRegistrationBean<PageNonces> filter =
        new FilterRegistrationBean<>(new PageNonces(policy));
    filter.addUrlPatterns("/camunda/*");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<WebappLogin> webappLogin() {
    FilterRegistrationBean<WebappLogin> filter =
        new FilterRegistrationBean<>(new WebappLogin(memberships));
    filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
    return filter;
  }

  private void pages(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
    to.requestMatchers(OPEN).permitAll();
    // Accounts are made by our own command, logins go through our own page.
    to.requestMatchers(
            "/camunda/api/admin/setup/**",
            "/camunda/app/admin/{engine}/setup/**",
            "/camunda/api/admin/auth/user/{engine}/login/**")
        .denyAll();
    to.requestMatchers("/camunda/api/admin/auth/**").authenticated();
    to.requestMatchers("/admin/**", "/actuator/**", "/camunda/api/admin/**")
        .access(allowed(Membership::isAdministrator));
    to.requestMatchers("/camunda/app/admin/{engine}/**")
        .access(allowed(Membership::isAdministrator));
    to.requestMatchers("/camunda/api/cockpit/**", "/camunda/app/cockpit/{engine}/**")
        .access(allowed(Membership::seesCockpit));
    engineRules(to, "/camunda/api/engine/engine/{engine}/**");
    to.anyRequest().authenticated();
  }

  private void engineDoors(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to) {
    engineRules(to, "/engine-rest/**");
    to.requestMatchers("/api/**").authenticated();
    to.anyRequest().denyAll();
  }

  private void engineRules(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry to,
      String engine) {
    to.requestMatchers(Doors.ofOfficials()).authenticated();
    to.requestMatchers(Doors.changesOfDossiers()).denyAll();
    to.requestMatchers(Doors.readings(engine)).access(allowed(Membership::seesCockpit));
    to.requestMatchers(engine).access(allowed(Membership::isAdministrator));
  }

  private AuthorizationManager<RequestAuthorizationContext> allowed(Predicate<Membership> right) {
    return (login, request) ->
        new AuthorizationDecision(
            EngineIdentity.signedIn().flatMap(memberships::of).filter(right).isPresent());
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .frameOptions(frame -> frame.sameOrigin())
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(p -> p.policy("camera=(), microphone=(), geolocation=()"))
        .cacheControl(cache -> cache.disable())
        .addHeaderWriter(new Freshness());
    headers.contentTypeOptions(withDefaults());
  }

  private static CookieCsrfTokenRepository csrfCookie() {
    CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
    cookie.setCookieName("MC-XSRF");
    cookie.setHeaderName("X-MC-XSRF");
    cookie.setCookieCustomizer(c -> c.sameSite("Lax"));
    return cookie;
  }

  private static BasicAuthenticationEntryPoint realm() {
    BasicAuthenticationEntryPoint realm = new BasicAuthenticationEntryPoint();
    realm.setRealmName("motcua");
    return realm;
  }

  /** The engine's interface always; ours when the caller brings a password instead of a session. */
  private static RequestMatcher machine() {
    RequestMatcher engine = PathPatternRequestMatcher.withDefaults().matcher("/engine-rest/**");
    RequestMatcher own = PathPatternRequestMatcher.withDefaults().matcher("/api/**");
    return request -> engine.matches(request) || own.matches(request) && hasPassword(request);
  }

  private static boolean hasPassword(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, "Basic ", 0, 6);
  }

  /** Calls by scripts, to which a login page is no answer. */
  static RequestMatcher calls() {
    RequestMatcher own = PathPatternRequestMatcher.withDefaults().matcher("/api/**");
    RequestMatcher webapps = PathPatternRequestMatcher.withDefaults().matcher("/camunda/api/**");
    return request -> own.matches(request) || webapps.matches(request);
  }
}
