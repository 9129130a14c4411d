# A logistic model of the patients in patients.bin by glm and by glm.fit. Arguments: folder, repeats.
arguments <- commandArgs(trailingOnly = TRUE)
folder <- arguments[1]
repeats <- as.integer(arguments[2])
wide <- as.integer(readLines(file.path(folder, "columns.txt"), warn = FALSE))
path <- file.path(folder, "patients.bin")
m <- t(matrix(readBin(path, "double", n = file.size(path) / 8, endian = "big"), nrow = wide))
y <- m[, 1]
x <- cbind(1, m[, -1])
d <- data.frame(y = y, m[, -1])
rm(m)

timed <- function(work) {
  seconds <- numeric(repeats)
  for (i in seq_len(repeats)) {
    seconds[i] <- system.time(fit <- work())[["elapsed"]]
  }
  c(median(seconds), fit$deviance, sum(y))
}

results <- rbind(
  glm = timed(function() glm(y ~ ., family = binomial, data = d)),
  glm.fit = timed(function() glm.fit(x, y, family = binomial()))
)
colnames(results) <- c("seconds", "sum", "count")
write.csv(data.frame(work = rownames(results), format(results, digits = 17, trim = TRUE)),
  file.path(folder, "r.csv"), row.names = FALSE, quote = FALSE)
