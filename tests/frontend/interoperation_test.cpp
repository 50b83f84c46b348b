// Memory shared with other libraries: DLPack, Eigen, views.
#include <fluxion/dlpack.h>
#include <fluxion/eigen.h>
#include <fluxion/fluxion.h>

#include <numeric>

#include <gtest/gtest.h>

namespace fx = fluxion;

namespace {

TEST(DLPack, SharesAnArraysMemory) {
  fx::Array x = fx::arange(6).astype(fx::f32).reshape({2, 3});
  const void *data = x.bytes().data();
  DLManagedTensor *t = fx::to_dlpack(x);
  x = fx::Array();  // the tensor keeps it
  EXPECT_EQ(t->dl_tensor.data, data);
  EXPECT_EQ(t->dl_tensor.ndim, 2);
  EXPECT_EQ(t->dl_tensor.shape[1], 3);
  EXPECT_EQ(t->dl_tensor.strides[0], 3);
  EXPECT_EQ(t->dl_tensor.dtype.bits, 32);
  const fx::Array back = fx::from_dlpack(t);  // takes it over
  EXPECT_EQ(back.bytes().data(), data);
  EXPECT_EQ(back.to_vector<float>(), (std::vector<float>{0, 1, 2, 3, 4, 5}));
}

TEST(DLPack, EveryDtypeGoesThereAndBack) {
  for (int d = 0; d <= static_cast<int>(fx::f8e5m2); ++d) {
    const fx::Array x = fx::ones({3}, static_cast<fx::DType>(d));
    EXPECT_EQ(fx::from_dlpack(fx::to_dlpack(x)).type(), x.type());
  }
}

// A tensor of somebody else's.
struct Foreign {
  DLManagedTensor tensor = {};
  std::vector<float> data = std::vector<float>(24);
  std::vector<int64_t> shape, strides;
  int *deleted;
  Foreign(std::vector<int64_t> s, std::vector<int64_t> st, int *d)
      : shape(std::move(s)), strides(std::move(st)), deleted(d) {
    std::iota(data.begin(), data.end(), 0.f);
    DLTensor &t = tensor.dl_tensor;
    t.data = data.data();
    t.device.device_type = kDLCPU;
    t.ndim = static_cast<int>(shape.size());
    t.dtype = {kDLFloat, 32, 1};
    t.shape = shape.data();
    t.strides = strides.empty() ? nullptr : strides.data();
    tensor.manager_ctx = this;
    tensor.deleter = [](DLManagedTensor *self) {
      auto *f = static_cast<Foreign *>(self->manager_ctx);
      ++*f->deleted;
      delete f;
    };
  }
};

TEST(DLPack, TakesOverAForeignTensor) {
  int deleted = 0;
  {
    auto *f = new Foreign({2, 3}, {}, &deleted);
    f->tensor.dl_tensor.byte_offset = 4;  // any alignment
    const fx::Array x = fx::from_dlpack(&f->tensor);
    EXPECT_EQ(x.to_vector<float>(), (std::vector<float>{1, 2, 3, 4, 5, 6}));
    EXPECT_EQ(static_cast<const void *>(x.bytes().data()), f->data.data() + 1);
    EXPECT_EQ((x * 2).to_vector<float>()[5], 12);
    const fx::Array copy = x;
    EXPECT_EQ(deleted, 0);
  }
  EXPECT_EQ(deleted, 1);
}

TEST(DLPack, CopiesOtherStrides) {
  int deleted = 0;
  const fx::Array turned = fx::from_dlpack(&(new Foreign({3, 2}, {1, 3}, &deleted))->tensor);
  EXPECT_EQ(deleted, 1);
  EXPECT_EQ(turned.to_vector<float>(), (std::vector<float>{0, 3, 1, 4, 2, 5}));
  const fx::Array strided = fx::from_dlpack(&(new Foreign({2, 2, 2}, {12, 4, 2}, &deleted))->tensor);
  EXPECT_EQ(strided.to_vector<float>(), (std::vector<float>{0, 2, 4, 6, 12, 14, 16, 18}));
  const fx::Array repeated = fx::from_dlpack(&(new Foreign({3, 2}, {0, 1}, &deleted))->tensor);
  EXPECT_EQ(repeated.to_vector<float>(), (std::vector<float>{0, 1, 0, 1, 0, 1}));
  EXPECT_EQ(fx::from_dlpack(&(new Foreign({0, 2}, {7, 9}, &deleted))->tensor).shape(), (fx::Shape{0, 2}));
  EXPECT_EQ(deleted, 4);
}

TEST(DLPack, RefusesWhatItCannotTake) {
  int deleted = 0;
  Foreign f({2}, {}, &deleted);
  f.tensor.dl_tensor.device.device_type = kDLOpenCL;
  EXPECT_THROW(fx::from_dlpack(&f.tensor), fx::DeviceError);
  f.tensor.dl_tensor.device.device_type = kDLCPU;
  f.tensor.dl_tensor.dtype = {kDLFloat, 32, 4};
  EXPECT_THROW(fx::from_dlpack(&f.tensor), fx::DTypeError);
  f.tensor.dl_tensor.dtype = {kDLInt, 4, 1};
  EXPECT_THROW(fx::from_dlpack(&f.tensor), fx::DTypeError);
  f.tensor.dl_tensor.dtype = {kDLFloat, 32, 1};
  f.shape[0] = -2;
  EXPECT_THROW(fx::from_dlpack(&f.tensor), fx::ShapeError);
  EXPECT_THROW(fx::from_dlpack(nullptr), fx::Error);
  EXPECT_EQ(deleted, 0);
}

TEST(Eigen, LooksAtArraysWithoutACopy) {
  const fx::Array x = fx::array({{1.f, 2.f, 3.f}, {4.f, 5.f, 6.f}});
  const auto m = fx::eigen::matrix<float>(x);
  EXPECT_EQ(static_cast<const void *>(m.data()), x.bytes().data());
  EXPECT_EQ(m(1, 0), 4.f);
  EXPECT_EQ(m.rows(), 2);
  EXPECT_EQ(fx::eigen::vector<float>(x[0]).sum(), 6.f);
  EXPECT_THROW(fx::eigen::matrix<double>(x), fx::DTypeError);
  EXPECT_THROW(fx::eigen::vector<float>(x), fx::ShapeError);
}

TEST(Eigen, ExpressionsBecomeArrays) {
  Eigen::MatrixXd m(2, 3);  // column-major
  m << 1, 2, 3, 4, 5, 6;
  const fx::Array x = fx::eigen::to_array(m * 2);
  EXPECT_EQ(x.type(), (fx::ShapeDtype{{2, 3}, fx::f64}));
  EXPECT_EQ(x.to_vector<double>(), (std::vector<double>{2, 4, 6, 8, 10, 12}));
  EXPECT_EQ(fx::eigen::to_array(Eigen::Vector3f(1, 2, 3)).shape(), (fx::Shape{3}));
}

TEST(View, HasExtentsAndStrides) {
  const fx::Array x = fx::arange(24).astype(fx::f32).reshape({2, 3, 4});
  const fx::View<const float, 3> v(x);
  EXPECT_EQ(v.data, x.span<float>().data());
  EXPECT_EQ(v.strides, (std::array<int64_t, 3>{12, 4, 1}));
  EXPECT_EQ(v(1, 2, 3), 23.f);
  EXPECT_EQ(std::span<const float>(v).size(), 24u);
  EXPECT_THROW((fx::View<const float, 2>(x)), fx::ShapeError);
  EXPECT_THROW((fx::View<const double, 3>(x)), fx::DTypeError);
  // The transpose of the first matrix.
  const fx::View<const float, 2> turned(v.data, {4, 3}, {1, 4});
  EXPECT_EQ(turned(3, 2), 11.f);
  EXPECT_THROW((void)std::span<const float>(turned), fx::ShapeError);
  EXPECT_EQ(fx::from_view(turned).to_vector<float>(), x[0].T().to_vector<float>());
}

}  // namespace
