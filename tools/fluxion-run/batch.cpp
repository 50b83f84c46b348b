#include "tools/fluxion-run/batch.h"

#include <fmt/format.h>

#include <filesystem>

#include <fluxion/error.h>
#include <fluxion/file.h>

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"

namespace fluxion::tools {
namespace {

std::string text(const llvm::json::Object &object, llvm::StringRef key) {
  return object.getString(key).value_or("").str();
}

std::string path(const llvm::json::Object &object, llvm::StringRef key, const std::filesystem::path &folder) {
  const std::string value = text(object, key);
  return value.empty() ? value : (folder / value).lexically_normal().string();
}

Tolerance pair(const llvm::json::Value &value) {
  const llvm::json::Array *both = value.getAsArray();
  if (!both || both->size() != 2 || !(*both)[0].getAsNumber() || !(*both)[1].getAsNumber())
    throw Error("\"tol\" is no list of pairs");
  return {*(*both)[0].getAsNumber(), *(*both)[1].getAsNumber()};
}

Job jobOf(const llvm::json::Object &object, const std::filesystem::path &folder) {
  Job job;
  job.program = path(object, "program", folder);
  if (job.program.empty()) throw Error("\"program\" is missing");
  if (!text(object, "function").empty()) job.function = text(object, "function");
  job.inputs = path(object, "inputs", folder);
  job.outputs = path(object, "outputs", folder);
  job.compare = path(object, "compare", folder);
  job.stablehlo = path(object, "stablehlo", folder);
  job.transform = text(object, "transform");
  Tolerance &all = job.tolerances[0];
  all.rtol = object.getNumber("rtol").value_or(all.rtol);
  all.atol = object.getNumber("atol").value_or(all.atol);
  if (const llvm::json::Array *each = object.getArray("tol"); each && !each->empty()) {
    job.tolerances.clear();
    for (const llvm::json::Value &v : *each) job.tolerances.push_back(pair(v));
  }
  return job;
}

}  // namespace

std::vector<Job> readBatch(const std::string &file) {
  const std::string image = read_file(file);
  const std::filesystem::path folder = std::filesystem::path(file).parent_path();
  std::vector<Job> jobs;
  llvm::StringRef rest(image);
  for (int line = 1; !rest.empty(); ++line) {
    auto [one, others] = rest.split('\n');
    rest = others;
    if (one.trim().empty()) continue;
    try {
      auto value = llvm::json::parse(one);
      if (!value) throw Error(llvm::toString(value.takeError()));
      const llvm::json::Object *object = value->getAsObject();
      if (!object) throw Error("not an object");
      jobs.push_back(jobOf(*object, folder));
    } catch (const Error &e) {
      throw Error(fmt::format("{}:{}: {}", file, line, e.what()));
    }
  }
  return jobs;
}

}  // namespace fluxion::tools
