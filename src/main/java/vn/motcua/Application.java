package vn.motcua;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Một Cửa: without arguments it serves the one-stop counters of a province; with a command it does
 * one job and ends ({@link Commands}).
 */
@SpringBootApplication
public class Application {

  public static void main(String[] args) {
    if (Commands.isCommand(args)) {
      System.exit(Commands.run(args));
    }
    SpringApplication.run(Application.class, args);
  }
}
