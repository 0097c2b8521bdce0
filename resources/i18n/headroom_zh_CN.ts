<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>DerivationTexts</name>
        <message>
            <source>highest load that meets the latency targets and fits the KV cache, found by search</source>
            <translation>通过搜索得到的、满足时延目标且 KV 缓存放得下的最高负载</translation>
        </message>
        <message>
            <source>chosen in the scenario</source>
            <translation>在场景中选定</translation>
        </message>
        <message>
            <source>catalog, no source given</source>
            <translation>来自目录，未注明来源</translation>
        </message>
        <message>
            <source>by definition</source>
            <translation>按定义</translation>
        </message>
        <message>
            <source>%1 (as of %2)</source>
            <translation>%1（截至 %2）</translation>
        </message>
        <message>
            <source>%1; public sources disagree</source>
            <translation>%1；公开来源说法不一</translation>
        </message>
        <message>
            <source>Peak load</source>
            <translation>峰值负载</translation>
        </message>
        <message>
            <source>GPUs</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>Replicas</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>Monthly cost</source>
            <translation>每月成本</translation>
        </message>
        <message>
            <source>First token, p95</source>
            <translation>首 token，P95</translation>
        </message>
        <message>
            <source>Each further token, p95</source>
            <translation>后续每个 token，P95</translation>
        </message>
        <message>
            <source>Headroom</source>
            <translation>余量</translation>
        </message>
        <message>
            <source>Per million output tokens</source>
            <translation>每百万输出 token</translation>
        </message>
        <message>
            <source>Weights per GPU</source>
            <translation>单张 GPU 的权重</translation>
        </message>
        <message>
            <source>KV cache of a replica</source>
            <translation>单个副本的 KV 缓存</translation>
        </message>
        <message>
            <source>Capacity of a replica</source>
            <translation>单个副本的承载能力</translation>
        </message>
        <message>
            <source>Mean utilization</source>
            <translation>平均利用率</translation>
        </message>
        <message>
            <source>Power at peak</source>
            <translation>峰值功率</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>数值</translation>
        </message>
        <message>
            <source>How it follows</source>
            <translation>推导过程</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Why: %1</source>
            <translation>为什么：%1</translation>
        </message>
        <message>
            <source>Users</source>
            <translation>用户数</translation>
        </message>
        <message>
            <source>Share active in a working hour</source>
            <translation>工作时间活跃比例</translation>
        </message>
        <message>
            <source>Requests of an active user</source>
            <translation>每位活跃用户的请求数</translation>
        </message>
        <message>
            <source>Requests in a working hour</source>
            <translation>每工作小时请求数</translation>
        </message>
        <message>
            <source>Load of a mean working hour</source>
            <translation>平均工作小时的负载</translation>
        </message>
        <message>
            <source>Peak factor</source>
            <translation>峰值系数</translation>
        </message>
        <message>
            <source>busiest minutes over the mean working hour of this kind of work: a judgement</source>
            <translation>此类工作负载中最忙的几分钟与平均工作小时之比：经验判断</translation>
        </message>
        <message>
            <source>Seconds of an hour</source>
            <translation>一小时的秒数</translation>
        </message>
        <message>
            <source>Mean load of the week</source>
            <translation>一周平均负载</translation>
        </message>
        <message>
            <source>Mean of the week's profile</source>
            <translation>一周负载曲线的均值</translation>
        </message>
        <message>
            <source>mean of the chosen day profile over 168 hours</source>
            <translation>所选日负载曲线在 168 小时上的均值</translation>
        </message>
        <message>
            <source>Load to carry</source>
            <translation>需承载的负载</translation>
        </message>
        <message>
            <source>1 + spare capacity</source>
            <translation>1 + 余量</translation>
        </message>
        <message>
            <source>Spare capacity asked for</source>
            <translation>要求的余量</translation>
        </message>
        <message>
            <source>1</source>
            <translation>1</translation>
        </message>
        <message>
            <source>0</source>
            <translation>0</translation>
        </message>
        <message>
            <source>−1</source>
            <translation>−1</translation>
        </message>
        <message>
            <source>1,000,000</source>
            <translation>1,000,000</translation>
        </message>
        <message>
            <source>Replicas for the demand</source>
            <translation>满足需求的副本数</translation>
        </message>
        <message>
            <source>Replicas, at least one</source>
            <translation>副本数，至少一个</translation>
        </message>
        <message>
            <source>Load over capacity of a replica</source>
            <translation>负载与单副本承载能力之比</translation>
        </message>
        <message>
            <source>Replicas that may fail</source>
            <translation>允许失效的副本数</translation>
        </message>
        <message>
            <source>Replicas left after failures</source>
            <translation>失效后剩余的副本数</translation>
        </message>
        <message>
            <source>Replicas left, not under none</source>
            <translation>剩余副本数，不低于零</translation>
        </message>
        <message>
            <source>GPUs of the fleet over GPUs of a replica</source>
            <translation>集群 GPU 数与单副本 GPU 数之比</translation>
        </message>
        <message>
            <source>GPUs of the fixed fleet</source>
            <translation>固定集群的 GPU 数</translation>
        </message>
        <message>
            <source>GPUs of a replica</source>
            <translation>单副本 GPU 数</translation>
        </message>
        <message>
            <source>follows from the layout</source>
            <translation>由部署布局得出</translation>
        </message>
        <message>
            <source>Tensor parallel</source>
            <translation>张量并行</translation>
        </message>
        <message>
            <source>layout, found by search</source>
            <translation>布局，由搜索得到</translation>
        </message>
        <message>
            <source>Pipeline parallel</source>
            <translation>流水线并行</translation>
        </message>
        <message>
            <source>Attention data parallel</source>
            <translation>注意力数据并行</translation>
        </message>
        <message>
            <source>without demand there is no headroom to state</source>
            <translation>没有需求就没有余量可言</translation>
        </message>
        <message>
            <source>Capacity over peak</source>
            <translation>承载能力与峰值之比</translation>
        </message>
        <message>
            <source>Capacity with failures</source>
            <translation>失效时的承载能力</translation>
        </message>
        <message>
            <source>Capacity with all replicas</source>
            <translation>全部副本在线时的承载能力</translation>
        </message>
        <message>
            <source>Sequences decoding at capacity</source>
            <translation>满载时同时解码的序列数</translation>
        </message>
        <message>
            <source>Target for the first token</source>
            <translation>首 token 目标</translation>
        </message>
        <message>
            <source>Target for each further token</source>
            <translation>后续每个 token 的目标</translation>
        </message>
        <message>
            <source>Room in the KV cache of a replica</source>
            <translation>单个副本 KV 缓存的空间</translation>
        </message>
        <message>
            <source>Time a sequence decodes</source>
            <translation>一个序列的解码时间</translation>
        </message>
        <message>
            <source>Answer length</source>
            <translation>回答长度</translation>
        </message>
        <message>
            <source>Prompt length</source>
            <translation>提示长度</translation>
        </message>
        <message>
            <source>Mean engine step</source>
            <translation>引擎平均步时</translation>
        </message>
        <message>
            <source>Steps that only decode</source>
            <translation>仅解码的步</translation>
        </message>
        <message>
            <source>Steps with prefill</source>
            <translation>含预填充的步</translation>
        </message>
        <message>
            <source>Step that only decodes</source>
            <translation>仅解码的一步</translation>
        </message>
        <message>
            <source>Step with prefill</source>
            <translation>含预填充的一步</translation>
        </message>
        <message>
            <source>Share of steps that only decode</source>
            <translation>仅解码的步所占比例</translation>
        </message>
        <message>
            <source>Share of steps with prefill</source>
            <translation>含预填充的步所占比例</translation>
        </message>
        <message>
            <source>Chance that no prompt arrives in a step</source>
            <translation>一步内没有提示到达的概率</translation>
        </message>
        <message>
            <source>Prompts in a step, negative</source>
            <translation>一步内的提示数，取负</translation>
        </message>
        <message>
            <source>Prompts arriving per step</source>
            <translation>每步到达的提示数</translation>
        </message>
        <message>
            <source>batch over answer length: every finished request is followed by a new one</source>
            <translation>批大小除以回答长度：每个完成的请求后都有一个新请求</translation>
        </message>
        <message>
            <source>Steps a prompt takes</source>
            <translation>一个提示所需步数</translation>
        </message>
        <message>
            <source>prompt over the step's token budget, at least one</source>
            <translation>提示除以每步的 token 预算，至少为一</translation>
        </message>
        <message>
            <source>Dense matrices</source>
            <translation>稠密矩阵</translation>
        </message>
        <message>
            <source>Dense matrices: computing</source>
            <translation>稠密矩阵：计算</translation>
        </message>
        <message>
            <source>Dense matrices: reading</source>
            <translation>稠密矩阵：读取</translation>
        </message>
        <message>
            <source>Experts</source>
            <translation>专家</translation>
        </message>
        <message>
            <source>Experts: computing</source>
            <translation>专家：计算</translation>
        </message>
        <message>
            <source>Experts: reading</source>
            <translation>专家：读取</translation>
        </message>
        <message>
            <source>Output layer</source>
            <translation>输出层</translation>
        </message>
        <message>
            <source>Output layer: computing</source>
            <translation>输出层：计算</translation>
        </message>
        <message>
            <source>Output layer: reading</source>
            <translation>输出层：读取</translation>
        </message>
        <message>
            <source>Attention of decoding sequences</source>
            <translation>解码序列的注意力</translation>
        </message>
        <message>
            <source>Attention: computing</source>
            <translation>注意力：计算</translation>
        </message>
        <message>
            <source>Attention: reading the KV cache</source>
            <translation>注意力：读取 KV 缓存</translation>
        </message>
        <message>
            <source>Attention of prompts</source>
            <translation>提示的注意力</translation>
        </message>
        <message>
            <source>Operations</source>
            <translation>运算量</translation>
        </message>
        <message>
            <source>counted from the model's architecture</source>
            <translation>按模型结构计数</translation>
        </message>
        <message>
            <source>Bytes read</source>
            <translation>读取字节数</translation>
        </message>
        <message>
            <source>Dense rate of the GPU</source>
            <translation>GPU 的稠密算力</translation>
        </message>
        <message>
            <source>Rate reached</source>
            <translation>实际达到的算力</translation>
        </message>
        <message>
            <source>Share of the rate reached</source>
            <translation>达到算力的比例</translation>
        </message>
        <message>
            <source>Memory bandwidth</source>
            <translation>显存带宽</translation>
        </message>
        <message>
            <source>Bandwidth reached</source>
            <translation>实际达到的带宽</translation>
        </message>
        <message>
            <source>Share of the bandwidth reached</source>
            <translation>达到带宽的比例</translation>
        </message>
        <message>
            <source>Activations</source>
            <translation>激活</translation>
        </message>
        <message>
            <source>Fixed time of the layers</source>
            <translation>各层的固定时间</translation>
        </message>
        <message>
            <source>Communication between GPUs</source>
            <translation>GPU 间通信</translation>
        </message>
        <message>
            <source>Host</source>
            <translation>主机</translation>
        </message>
        <message>
            <source>Front end</source>
            <translation>前端</translation>
        </message>
        <message>
            <source>Front end, each request</source>
            <translation>前端，每个请求</translation>
        </message>
        <message>
            <source>Front end, tokens</source>
            <translation>前端，token</translation>
        </message>
        <message>
            <source>Front end, each token</source>
            <translation>前端，每个 token</translation>
        </message>
        <message>
            <source>Rest of the running step</source>
            <translation>当前步的剩余时间</translation>
        </message>
        <message>
            <source>Share of the step that is waited for</source>
            <translation>需等待的步时比例</translation>
        </message>
        <message>
            <source>Steps that carry the prompt</source>
            <translation>承载该提示的步</translation>
        </message>
        <message>
            <source>Step with the prompts that arrive together</source>
            <translation>与同时到达的提示一起的一步</translation>
        </message>
        <message>
            <source>Such steps</source>
            <translation>这样的步数</translation>
        </message>
        <message>
            <source>Wait for the token budget</source>
            <translation>等待 token 预算</translation>
        </message>
        <message>
            <source>Mean wait for the token budget</source>
            <translation>等待 token 预算的平均时间</translation>
        </message>
        <message>
            <source>prompts wait for the token budget as in a queue with a fixed service time</source>
            <translation>提示等待 token 预算，如同固定服务时间的队列</translation>
        </message>
        <message>
            <source>Percentile over mean of the wait</source>
            <translation>等待的百分位与均值之比</translation>
        </message>
        <message>
            <source>Crowded step that only decodes</source>
            <translation>拥挤时仅解码的一步</translation>
        </message>
        <message>
            <source>Crowded step with prefill</source>
            <translation>拥挤时含预填充的一步</translation>
        </message>
        <message>
            <source>Weights on a GPU</source>
            <translation>单张 GPU 上的权重</translation>
        </message>
        <message>
            <source>Dense weights on a GPU</source>
            <translation>单张 GPU 上的稠密权重</translation>
        </message>
        <message>
            <source>Dense weights</source>
            <translation>稠密权重</translation>
        </message>
        <message>
            <source>GPUs that share the dense weights</source>
            <translation>分担稠密权重的 GPU 数</translation>
        </message>
        <message>
            <source>Expert weights on a GPU</source>
            <translation>单张 GPU 上的专家权重</translation>
        </message>
        <message>
            <source>Attention weights</source>
            <translation>注意力权重</translation>
        </message>
        <message>
            <source>Attention parameters</source>
            <translation>注意力参数量</translation>
        </message>
        <message>
            <source>Dense and shared FFN weights</source>
            <translation>稠密与共享 FFN 权重</translation>
        </message>
        <message>
            <source>Dense and shared FFN parameters</source>
            <translation>稠密与共享 FFN 参数量</translation>
        </message>
        <message>
            <source>Weights kept in bf16</source>
            <translation>保持 bf16 的权重</translation>
        </message>
        <message>
            <source>Embedding, output layer, norms, routers</source>
            <translation>词嵌入、输出层、归一化、路由</translation>
        </message>
        <message>
            <source>Expert weights</source>
            <translation>专家权重</translation>
        </message>
        <message>
            <source>Expert parameters</source>
            <translation>专家参数量</translation>
        </message>
        <message>
            <source>Bytes of a parameter</source>
            <translation>每个参数的字节数</translation>
        </message>
        <message>
            <source>size of the number format, scales included</source>
            <translation>数值格式的大小，含缩放因子</translation>
        </message>
        <message>
            <source>Memory left for the KV cache</source>
            <translation>留给 KV 缓存的显存</translation>
        </message>
        <message>
            <source>Memory that the engine may use</source>
            <translation>引擎可用的显存</translation>
        </message>
        <message>
            <source>Memory of the GPU</source>
            <translation>GPU 显存</translation>
        </message>
        <message>
            <source>Share that the engine uses</source>
            <translation>引擎使用的比例</translation>
        </message>
        <message>
            <source>Free after loading</source>
            <translation>加载后的空闲显存</translation>
        </message>
        <message>
            <source>Kept for activations and buffers</source>
            <translation>为激活和缓冲区保留</translation>
        </message>
        <message>
            <source>Requests that fit</source>
            <translation>可容纳的请求数</translation>
        </message>
        <message>
            <source>KV cache of a mean request</source>
            <translation>平均请求的 KV 缓存</translation>
        </message>
        <message>
            <source>Tokens that fit</source>
            <translation>可容纳的 token 数</translation>
        </message>
        <message>
            <source>Tokens that fit, whole</source>
            <translation>可容纳的 token 数，取整</translation>
        </message>
        <message>
            <source>Tokens of a mean request</source>
            <translation>平均请求的 token 数</translation>
        </message>
        <message>
            <source>prompt and answer</source>
            <translation>提示与回答</translation>
        </message>
        <message>
            <source>Converted</source>
            <translation>换算后</translation>
        </message>
        <message>
            <source>Exchange rate</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>Rented instances, a month</source>
            <translation>租用实例，每月</translation>
        </message>
        <message>
            <source>Price of an instance</source>
            <translation>实例价格</translation>
        </message>
        <message>
            <source>Instances</source>
            <translation>实例数</translation>
        </message>
        <message>
            <source>whole instances for the replicas</source>
            <translation>容纳副本的整数个实例</translation>
        </message>
        <message>
            <source>Hours of a month</source>
            <translation>一个月的小时数</translation>
        </message>
        <message>
            <source>8,760 ÷ 12</source>
            <translation>8,760 ÷ 12</translation>
        </message>
        <message>
            <source>Instance hours of a month</source>
            <translation>一个月的实例小时数</translation>
        </message>
        <message>
            <source>Instance hours of a week × hours of a month</source>
            <translation>一周的实例小时数 × 一个月的小时数</translation>
        </message>
        <message>
            <source>Instance hours of a week</source>
            <translation>一周的实例小时数</translation>
        </message>
        <message>
            <source>Hours with so many instances</source>
            <translation>运行这么多实例的小时数</translation>
        </message>
        <message>
            <source>Instances running</source>
            <translation>运行的实例数</translation>
        </message>
        <message>
            <source>what the hour's demand needs</source>
            <translation>该小时的需求所需</translation>
        </message>
        <message>
            <source>Hours of the week</source>
            <translation>一周中的小时数</translation>
        </message>
        <message>
            <source>from the chosen day profile</source>
            <translation>来自所选的日负载曲线</translation>
        </message>
        <message>
            <source>Hours of a week</source>
            <translation>一周的小时数</translation>
        </message>
        <message>
            <source>Own hardware, a month</source>
            <translation>自建，每月</translation>
        </message>
        <message>
            <source>A server, a month</source>
            <translation>一台服务器，每月</translation>
        </message>
        <message>
            <source>Servers</source>
            <translation>服务器台数</translation>
        </message>
        <message>
            <source>whole servers for the replicas</source>
            <translation>容纳副本的整数台服务器</translation>
        </message>
        <message>
            <source>Price of a server</source>
            <translation>服务器价格</translation>
        </message>
        <message>
            <source>Price of a card</source>
            <translation>单卡价格</translation>
        </message>
        <message>
            <source>GPUs of a server</source>
            <translation>每台服务器的 GPU 数</translation>
        </message>
        <message>
            <source>Server over its cards</source>
            <translation>服务器与其 GPU 卡价格之比</translation>
        </message>
        <message>
            <source>Depreciation</source>
            <translation>折旧</translation>
        </message>
        <message>
            <source>Value that is written off</source>
            <translation>折旧的价值</translation>
        </message>
        <message>
            <source>Share that is written off</source>
            <translation>折旧的比例</translation>
        </message>
        <message>
            <source>Months of depreciation</source>
            <translation>折旧月数</translation>
        </message>
        <message>
            <source>Support</source>
            <translation>维保</translation>
        </message>
        <message>
            <source>Support, a year</source>
            <translation>每年维保</translation>
        </message>
        <message>
            <source>Support, share of the price a year</source>
            <translation>每年维保占价格的比例</translation>
        </message>
        <message>
            <source>Months of a year</source>
            <translation>一年的月数</translation>
        </message>
        <message>
            <source>Colocation</source>
            <translation>机房托管</translation>
        </message>
        <message>
            <source>Colocation of a kilowatt, a month</source>
            <translation>每千瓦每月托管费</translation>
        </message>
        <message>
            <source>Kilowatts of a server, at most</source>
            <translation>单台服务器的最大千瓦数</translation>
        </message>
        <message>
            <source>Energy</source>
            <translation>能耗</translation>
        </message>
        <message>
            <source>Kilowatts of a server, mean</source>
            <translation>单台服务器的平均千瓦数</translation>
        </message>
        <message>
            <source>PUE</source>
            <translation>PUE</translation>
        </message>
        <message>
            <source>Price of a kilowatt hour</source>
            <translation>每千瓦时电价</translation>
        </message>
        <message>
            <source>Million output tokens a month</source>
            <translation>每月百万输出 token 数</translation>
        </message>
        <message>
            <source>Output tokens a month</source>
            <translation>每月输出 token 数</translation>
        </message>
        <message>
            <source>Seconds of a month</source>
            <translation>一个月的秒数</translation>
        </message>
        <message>
            <source>730 h</source>
            <translation>730 小时</translation>
        </message>
        <message>
            <source>GPUs bought</source>
            <translation>购买的 GPU 数</translation>
        </message>
        <message>
            <source>whole instances</source>
            <translation>整数个实例</translation>
        </message>
        <message>
            <source>Power of the GPU</source>
            <translation>GPU 功率</translation>
        </message>
        <message>
            <source>Server over its GPUs</source>
            <translation>服务器与其 GPU 功率之比</translation>
        </message>
        <message>
            <source>8× H100 10.2 kW ÷ 5.6 kW; DGX A100 2.03, DGX B200 1.79</source>
            <translation>8× H100 10.2 kW ÷ 5.6 kW;DGX A100 2.03,DGX B200 1.79</translation>
        </message>
        <message>
            <source>Not at hand</source>
            <translation>不可用</translation>
        </message>
        <message>
            <source>the catalog that this plan was made with is not at hand</source>
            <translation>制作此规划所用的目录不在手边</translation>
        </message>
        <message>
            <source>What the fleet lacks</source>
            <translation>该集群所缺</translation>
        </message>
        <message>
            <source>Memory of the fleet</source>
            <translation>集群显存</translation>
        </message>
        <message>
            <source>Weights of the model</source>
            <translation>模型权重</translation>
        </message>
        <message>
            <source>GPUs proposed</source>
            <translation>提议的 GPU 数</translation>
        </message>
        <message>
            <source>The same in closed form, for comparison</source>
            <translation>同一数值的解析结果（供比较）</translation>
        </message>
        <message>
            <source>Requests measured in a run</source>
            <translation>每次仿真计量的请求数</translation>
        </message>
        <message>
            <source>measured in each run, after a warm-up</source>
            <translation>每次仿真预热之后计量</translation>
        </message>
        <message>
            <source>Seed of the simulation</source>
            <translation>仿真随机种子</translation>
        </message>
        <message>
            <source>Replicas simulated</source>
            <translation>仿真的副本数</translation>
        </message>
        <message>
            <source>Error of the search</source>
            <translation>搜索误差</translation>
        </message>
        <message>
            <source>the next higher rate that was tried misses a target</source>
            <translation>尝试的下一个更高速率未达到目标</translation>
        </message>
        <message>
            <source>Whole bill of a month</source>
            <translation>整月账单</translation>
        </message>
        <message>
            <source>Rented on demand</source>
            <translation>按需租用</translation>
        </message>
        <message>
            <source>Rented as spot</source>
            <translation>竞价租用</translation>
        </message>
        <message>
            <source>Reserved for 1 year</source>
            <translation>预留 1 年</translation>
        </message>
        <message>
            <source>Reserved for 3 years</source>
            <translation>预留 3 年</translation>
        </message>
        <message>
            <source>Hours paid while instances start</source>
            <translation>实例启动期间付费的小时数</translation>
        </message>
        <message>
            <source>Starts of instances a week</source>
            <translation>每周启动实例次数</translation>
        </message>
        <message>
            <source>Time to start</source>
            <translation>启动时间</translation>
        </message>
        <message>
            <source>Minutes to start</source>
            <translation>启动分钟数</translation>
        </message>
        <message>
            <source>Minutes of an hour</source>
            <translation>每小时分钟数</translation>
        </message>
        <message>
            <source>Storage</source>
            <translation>存储</translation>
        </message>
        <message>
            <source>Storage, GB</source>
            <translation>存储（GB）</translation>
        </message>
        <message>
            <source>Weights of the model, GB</source>
            <translation>模型权重（GB）</translation>
        </message>
        <message>
            <source>Price of a GB and month</source>
            <translation>每 GB 每月价格</translation>
        </message>
        <message>
            <source>Network egress</source>
            <translation>网络流出流量</translation>
        </message>
        <message>
            <source>Egress a month, GB</source>
            <translation>每月流出流量（GB）</translation>
        </message>
        <message>
            <source>Bytes that leave a month</source>
            <translation>每月流出字节数</translation>
        </message>
        <message>
            <source>Requests a month</source>
            <translation>每月请求数</translation>
        </message>
        <message>
            <source>Bytes of a streamed token</source>
            <translation>每个流式 token 的字节数</translation>
        </message>
        <message>
            <source>Bytes of a GB</source>
            <translation>每 GB 字节数</translation>
        </message>
        <message>
            <source>Price of a GB</source>
            <translation>每 GB 价格</translation>
        </message>
        <message>
            <source>Load balancer</source>
            <translation>负载均衡器</translation>
        </message>
        <message>
            <source>Price of a load balancer and hour</source>
            <translation>负载均衡器每小时价格</translation>
        </message>
        <message>
            <source>Bill without support</source>
            <translation>不含支持的账单</translation>
        </message>
        <message>
            <source>Support plan, share of the bill</source>
            <translation>支持计划占账单比例</translation>
        </message>
        <message>
            <source>Depreciation of own servers</source>
            <translation>自建服务器折旧</translation>
        </message>
        <message>
            <source>Cost of capital</source>
            <translation>资金成本</translation>
        </message>
        <message>
            <source>Maintenance</source>
            <translation>维保</translation>
        </message>
        <message>
            <source>Colocation of the servers</source>
            <translation>服务器机房托管</translation>
        </message>
        <message>
            <source>Energy of the servers</source>
            <translation>服务器能耗</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>软件许可</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Tax on the purchase</source>
            <translation>采购税费</translation>
        </message>
        <message>
            <source>Residual value, share</source>
            <translation>残值比例</translation>
        </message>
        <message>
            <source>Mean book value, share</source>
            <translation>平均账面价值比例</translation>
        </message>
        <message>
            <source>First and last value, share</source>
            <translation>期初与期末价值比例</translation>
        </message>
        <message>
            <source>Two</source>
            <translation>二</translation>
        </message>
        <message>
            <source>Mean book value</source>
            <translation>平均账面价值</translation>
        </message>
        <message>
            <source>Cost of capital, a month</source>
            <translation>每月资金成本</translation>
        </message>
        <message>
            <source>Cost of capital, a year</source>
            <translation>每年资金成本</translation>
        </message>
        <message>
            <source>Cost of capital, rate a year</source>
            <translation>年资金成本率</translation>
        </message>
        <message>
            <source>Mean power over the highest</source>
            <translation>平均功率占最高功率比例</translation>
        </message>
        <message>
            <source>Idle power over the highest</source>
            <translation>空闲功率占最高功率比例</translation>
        </message>
        <message>
            <source>Power that follows the load</source>
            <translation>随负载变化的功率比例</translation>
        </message>
        <message>
            <source>Highest less idle power</source>
            <translation>最高功率与空闲功率之差</translation>
        </message>
        <message>
            <source>Licences of a server, a year</source>
            <translation>每台服务器每年软件许可</translation>
        </message>
        <message>
            <source>Licence of a GPU, a year</source>
            <translation>每张 GPU 每年软件许可</translation>
        </message>
        <message>
            <source>Licences of a server, a month</source>
            <translation>每台服务器每月软件许可</translation>
        </message>
        <message>
            <source>Staff of a server, a month</source>
            <translation>每台服务器每月人员成本</translation>
        </message>
        <message>
            <source>Staff of a server, a year</source>
            <translation>每台服务器每年人员成本</translation>
        </message>
        <message>
            <source>Tax of a server, a month</source>
            <translation>每台服务器每月税费</translation>
        </message>
        <message>
            <source>Tax on a server</source>
            <translation>每台服务器税费</translation>
        </message>
        <message>
            <source>Tax rate</source>
            <translation>税率</translation>
        </message>
        <message>
            <source>Price of a server, listed</source>
            <translation>服务器标价</translation>
        </message>
        <message>
            <source>A server with its network</source>
            <translation>含网络的服务器价格</translation>
        </message>
        <message>
            <source>1 + network</source>
            <translation>1 + 网络占比</translation>
        </message>
        <message>
            <source>Network over the servers</source>
            <translation>网络占服务器价格比例</translation>
        </message>
        <message>
            <source>Whole bill per million output tokens</source>
            <translation>每百万输出 token 的整月账单</translation>
        </message>
        <message>
            <source>Whole bill per million input tokens</source>
            <translation>每百万输入 token 的整月账单</translation>
        </message>
        <message>
            <source>Whole bill per request</source>
            <translation>每个请求的整月账单</translation>
        </message>
        <message>
            <source>Whole bill per user and month</source>
            <translation>每个用户每月的账单</translation>
        </message>
        <message>
            <source>Tokens a month</source>
            <translation>每月 token 数</translation>
        </message>
        <message>
            <source>Million tokens</source>
            <translation>百万 token 数</translation>
        </message>
        <message>
            <source>A month at the API</source>
            <translation>每月 API 费用</translation>
        </message>
        <message>
            <source>Million requests a month</source>
            <translation>每月请求数（百万）</translation>
        </message>
        <message>
            <source>Tokens of a request</source>
            <translation>每个请求的 token 数</translation>
        </message>
        <message>
            <source>Input tokens</source>
            <translation>输入 token</translation>
        </message>
        <message>
            <source>Input tokens from the cache</source>
            <translation>缓存命中的输入 token</translation>
        </message>
        <message>
            <source>Output tokens</source>
            <translation>输出 token</translation>
        </message>
        <message>
            <source>Price of a million input tokens</source>
            <translation>每百万输入 token 价格</translation>
        </message>
        <message>
            <source>Price of a million cached input tokens</source>
            <translation>每百万缓存输入 token 价格</translation>
        </message>
        <message>
            <source>Price of a million output tokens</source>
            <translation>每百万输出 token 价格</translation>
        </message>
        <message>
            <source>Running hours at which owning costs the same</source>
            <translation>自建成本持平时的运行时长占比</translation>
        </message>
        <message>
            <source>Own hardware less what stands around the rented</source>
            <translation>自建成本减去租用的周边费用</translation>
        </message>
        <message>
            <source>A month of own hardware</source>
            <translation>自建每月成本</translation>
        </message>
        <message>
            <source>What stands around the rented instances</source>
            <translation>租用实例的周边费用</translation>
        </message>
        <message>
            <source>Rented round the clock</source>
            <translation>全天候租用</translation>
        </message>
        <message>
            <source>Utilization at which owning costs as much as the API</source>
            <translation>自建与 API 成本持平时的利用率</translation>
        </message>
        <message>
            <source>Own hardware without load</source>
            <translation>空载时的自建成本</translation>
        </message>
        <message>
            <source>API at full use less energy</source>
            <translation>满载 API 费用减去能耗</translation>
        </message>
        <message>
            <source>API at full use</source>
            <translation>满载 API 费用</translation>
        </message>
        <message>
            <source>Energy at full use</source>
            <translation>满载能耗</translation>
        </message>
        <message>
            <source>Energy of the load</source>
            <translation>负载带来的能耗</translation>
        </message>
        <message>
            <source>60 months at the planned demand</source>
            <translation>按规划需求的 60 个月</translation>
        </message>
        <message>
            <source>Months</source>
            <translation>月数</translation>
        </message>
        <message>
            <source>First token</source>
            <translation>首 token</translation>
        </message>
        <message>
            <source>Each further token</source>
            <translation>后续每个 token</translation>
        </message>
        <message>
            <source>Whole answer</source>
            <translation>完整回答</translation>
        </message>
        <message>
            <source>First token, p50</source>
            <translation>首 token，P50</translation>
        </message>
        <message>
            <source>First token, p90</source>
            <translation>首 token，P90</translation>
        </message>
        <message>
            <source>First token, p99</source>
            <translation>首 token，P99</translation>
        </message>
        <message>
            <source>what is left of the running step at the percentile of the targets</source>
            <translation>目标百分位处正在运行的步还剩余的部分</translation>
        </message>
        <message>
            <source>prompts that arrive together at the percentile of the targets, over the token budget</source>
            <translation>目标百分位处同时到达的提示，除以 token 预算</translation>
        </message>
        <message>
            <source>a percentile of such a queue in means: p95 is three, p99 is 4.6</source>
            <translation>这种队列的百分位是均值的若干倍：P95 为 3 倍，P99 为 4.6 倍</translation>
        </message>
        <message>
            <source>Each further token, p50</source>
            <translation>后续每个 token，P50</translation>
        </message>
        <message>
            <source>Each further token, p90</source>
            <translation>后续每个 token，P90</translation>
        </message>
        <message>
            <source>Each further token, p99</source>
            <translation>后续每个 token，P99</translation>
        </message>
        <message>
            <source>Whole answer, p50</source>
            <translation>完整回答，P50</translation>
        </message>
        <message>
            <source>Whole answer, p90</source>
            <translation>完整回答，P90</translation>
        </message>
        <message>
            <source>Whole answer, p95</source>
            <translation>完整回答，P95</translation>
        </message>
        <message>
            <source>Whole answer, p99</source>
            <translation>完整回答，P99</translation>
        </message>
        <message>
            <source>First token, mean</source>
            <translation>首 token，均值</translation>
        </message>
        <message>
            <source>Each further token, mean</source>
            <translation>后续每个 token，均值</translation>
        </message>
        <message>
            <source>Further tokens of a mean answer</source>
            <translation>平均回答的后续 token</translation>
        </message>
        <message>
            <source>Tokens after the first</source>
            <translation>首个之后的 token</translation>
        </message>
        <message>
            <source>Deviation of the percentile</source>
            <translation>百分位的偏差</translation>
        </message>
        <message>
            <source>first token, pace and length at that percentile as if independent: their squares add</source>
            <translation>该百分位处的首 token、速度和长度视为相互独立：平方相加</translation>
        </message>
        <message>
            <source>Target for a whole answer</source>
            <translation>完整回答的目标</translation>
        </message>
        <message>
            <source>No price</source>
            <translation>无价格</translation>
        </message>
        <message>
            <source>nobody sells this GPU in the catalog's offers</source>
            <translation>目录的报价中没有人出售这种 GPU</translation>
        </message>
        <message>
            <source>Step at that percentile of the batch</source>
            <translation>批量处于该百分位时的步</translation>
        </message>
        <message>
            <source>Mean load of the servers bought</source>
            <translation>所购服务器的平均负载</translation>
        </message>
        <message>
            <source>GPUs that are busy, on average</source>
            <translation>平均繁忙的 GPU 数</translation>
        </message>
    </context>
    <context>
        <name>ErrorTexts</name>
        <message>
            <source>“%1” does not take this value.</source>
            <translation>“%1”不接受此值。</translation>
        </message>
        <message>
            <source>A value is out of its range.</source>
            <translation>某个值超出了范围。</translation>
        </message>
        <message>
            <source>There is no field “%1”.</source>
            <translation>没有字段“%1”。</translation>
        </message>
        <message>
            <source>There is a field that Headroom does not know.</source>
            <translation>有一个 Headroom 不认识的字段。</translation>
        </message>
        <message>
            <source>“%1” names something that the catalog does not hold.</source>
            <translation>“%1”所指的对象不在目录中。</translation>
        </message>
        <message>
            <source>Something is named that the catalog does not hold.</source>
            <translation>所指的对象不在目录中。</translation>
        </message>
        <message>
            <source>Headroom cannot answer for this “%1”.</source>
            <translation>Headroom 无法就此“%1”作答。</translation>
        </message>
        <message>
            <source>This is understood, but Headroom cannot answer for it.</source>
            <translation>能够理解，但 Headroom 无法就此作答。</translation>
        </message>
        <message>
            <source>The content is not in the expected form.</source>
            <translation>内容不是预期的形式。</translation>
        </message>
        <message>
            <source>The content is larger than Headroom accepts.</source>
            <translation>内容超过 Headroom 接受的大小。</translation>
        </message>
        <message>
            <source>It is not there.</source>
            <translation>它不存在。</translation>
        </message>
        <message>
            <source>The file or folder cannot be read.</source>
            <translation>无法读取该文件或文件夹。</translation>
        </message>
        <message>
            <source>The file or folder cannot be written.</source>
            <translation>无法写入该文件或文件夹。</translation>
        </message>
        <message>
            <source>The server cannot be reached, or broke off.</source>
            <translation>无法连接服务器，或连接中断。</translation>
        </message>
        <message>
            <source>The server takes too long.</source>
            <translation>服务器耗时过长。</translation>
        </message>
        <message>
            <source>The database reports a fault.</source>
            <translation>数据库报告故障。</translation>
        </message>
        <message>
            <source>It was written by a newer Headroom.</source>
            <translation>它由更新版本的 Headroom 写入。</translation>
        </message>
        <message>
            <source>The stored content is damaged.</source>
            <translation>存储的内容已损坏。</translation>
        </message>
        <message>
            <source>This is not built in.</source>
            <translation>此功能未包含在本程序中。</translation>
        </message>
        <message>
            <source>A newer input took its place.</source>
            <translation>已被更新的输入取代。</translation>
        </message>
        <message>
            <source>%1, line %2: %3</source>
            <translation>%1，第 %2 行：%3</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>file: what is wrong</comment>
            <translation>%1:%2</translation>
        </message>
    </context>
    <context>
        <name>FieldChoices</name>
        <message>
            <source>Chat</source>
            <translation>对话</translation>
        </message>
        <message>
            <source>Retrieval (RAG)</source>
            <translation>检索（RAG）</translation>
        </message>
        <message>
            <source>Coding</source>
            <translation>编程</translation>
        </message>
        <message>
            <source>Agents</source>
            <translation>智能体</translation>
        </message>
        <message>
            <source>Summarizing</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>Long reasoning</source>
            <translation>长推理</translation>
        </message>
        <message>
            <source>Office hours</source>
            <translation>办公时间</translation>
        </message>
        <message>
            <source>Public service, most in the evening</source>
            <translation>公共服务，晚间最忙</translation>
        </message>
        <message>
            <source>The same round the clock</source>
            <translation>全天相同</translation>
        </message>
        <message>
            <source>On demand</source>
            <translation>按需</translation>
        </message>
        <message>
            <source>Spot</source>
            <translation>竞价</translation>
        </message>
        <message>
            <source>1 year</source>
            <translation>1 年</translation>
        </message>
        <message>
            <source>3 years</source>
            <translation>3 年</translation>
        </message>
        <message>
            <source>native</source>
            <translation>原生</translation>
        </message>
        <message>
            <source>any</source>
            <translation>任意</translation>
        </message>
        <message>
            <source>%1 (%2 active)</source>
            <translation>%1（激活 %2）</translation>
        </message>
        <message>
            <source>bought servers, from published prices</source>
            <translation>购买服务器，按公开价格</translation>
        </message>
        <message>
            <source>%1 in, %2 out</source>
            <comment>tokens of prompt and answer</comment>
            <translation>输入 %1，输出 %2</translation>
        </message>
        <message>
            <source>Own hardware</source>
            <translation>自建</translation>
        </message>
        <message numerus="yes">
            <source>%n region(s)</source>
            <translation>
                <numerusform>%n 个地域</numerusform>
            </translation>
        </message>
        <message>
            <source>European Union</source>
            <translation>欧盟</translation>
        </message>
        <message>
            <source>United States</source>
            <translation>美国</translation>
        </message>
        <message>
            <source>Canada</source>
            <translation>加拿大</translation>
        </message>
        <message>
            <source>China</source>
            <translation>中国</translation>
        </message>
        <message>
            <source>Hong Kong</source>
            <translation>香港</translation>
        </message>
        <message>
            <source>Taiwan</source>
            <translation>台湾</translation>
        </message>
        <message>
            <source>Japan</source>
            <translation>日本</translation>
        </message>
        <message>
            <source>South Korea</source>
            <translation>韩国</translation>
        </message>
        <message>
            <source>Singapore</source>
            <translation>新加坡</translation>
        </message>
        <message>
            <source>India</source>
            <translation>印度</translation>
        </message>
        <message>
            <source>Australia</source>
            <translation>澳大利亚</translation>
        </message>
        <message>
            <source>Vietnam</source>
            <translation>越南</translation>
        </message>
        <message>
            <source>Netherlands</source>
            <translation>荷兰</translation>
        </message>
        <message>
            <source>Germany</source>
            <translation>德国</translation>
        </message>
        <message>
            <source>Ireland</source>
            <translation>爱尔兰</translation>
        </message>
        <message>
            <source>Sweden</source>
            <translation>瑞典</translation>
        </message>
        <message>
            <source>France</source>
            <translation>法国</translation>
        </message>
        <message>
            <source>Estonia</source>
            <translation>爱沙尼亚</translation>
        </message>
        <message>
            <source>Finland</source>
            <translation>芬兰</translation>
        </message>
        <message>
            <source>Switzerland</source>
            <translation>瑞士</translation>
        </message>
        <message>
            <source>United Kingdom</source>
            <translation>英国</translation>
        </message>
        <message>
            <source>United Arab Emirates</source>
            <translation>阿联酋</translation>
        </message>
        <message>
            <source>As the load needs it</source>
            <translation>随负载运行</translation>
        </message>
        <message>
            <source>On workdays</source>
            <translation>工作日运行</translation>
        </message>
        <message>
            <source>Always</source>
            <translation>始终运行</translation>
        </message>
    </context>
    <context>
        <name>FieldTexts</name>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>Names the scenario in the list and on the proposal.</source>
            <translation>场景在列表和部署方案上的名称。</translation>
        </message>
        <message>
            <source>Users</source>
            <translation>用户数</translation>
        </message>
        <message>
            <source>People who could use the service.</source>
            <translation>可能使用该服务的人数。</translation>
        </message>
        <message>
            <source>Active in a working hour</source>
            <translation>工作时间活跃比例</translation>
        </message>
        <message>
            <source>Share of the users who send requests in a usual working hour.</source>
            <translation>在通常的工作小时内发送请求的用户比例。</translation>
        </message>
        <message>
            <source>Requests per active user</source>
            <translation>每位活跃用户的请求数</translation>
        </message>
        <message>
            <source>Requests that an active user sends in a working hour.</source>
            <translation>一位活跃用户在一个工作小时内发送的请求数。</translation>
        </message>
        <message>
            <source>/h</source>
            <translation>/小时</translation>
        </message>
        <message>
            <source>Peak requests</source>
            <translation>峰值每秒请求数</translation>
        </message>
        <message>
            <source>Load of the busiest minutes. Follows from the users until you set it.</source>
            <translation>最忙几分钟的负载。在手动设定之前由用户数得出。</translation>
        </message>
        <message>
            <source>/s</source>
            <translation>/秒</translation>
        </message>
        <message>
            <source>follows the users</source>
            <translation>由用户数得出</translation>
        </message>
        <message>
            <source>Kind of work</source>
            <translation>工作类型</translation>
        </message>
        <message>
            <source>Sets usual lengths of prompt and answer and how far the peak stands above the mean.</source>
            <translation>设定提示与回答的通常长度，以及峰值高出均值的程度。</translation>
        </message>
        <message>
            <source>Prompt length</source>
            <translation>提示长度</translation>
        </message>
        <message>
            <source>Mean tokens of a prompt, with everything that is sent along.</source>
            <translation>一个提示的平均 token 数，含随附的全部内容。</translation>
        </message>
        <message>
            <source>tokens</source>
            <translation>token</translation>
        </message>
        <message>
            <source>Answer length</source>
            <translation>回答长度</translation>
        </message>
        <message>
            <source>Mean tokens of an answer, reasoning included.</source>
            <translation>一个回答的平均 token 数，含推理过程。</translation>
        </message>
        <message>
            <source>Longest request</source>
            <translation>最长请求</translation>
        </message>
        <message>
            <source>Tokens that one request may hold, prompt and answer. GPU memory must have room for it.</source>
            <translation>一个请求可容纳的 token 数，含提示与回答。显存必须放得下。</translation>
        </message>
        <message>
            <source>Prefix cache hits</source>
            <translation>前缀缓存命中率</translation>
        </message>
        <message>
            <source>Share of prompt tokens that the prefix cache answers, because prompts begin alike.</source>
            <translation>因提示开头相同而由前缀缓存应答的提示 token 比例。</translation>
        </message>
        <message>
            <source>Day profile</source>
            <translation>日负载曲线</translation>
        </message>
        <message>
            <source>How the load is spread over the week. Rented capacity follows it.</source>
            <translation>负载在一周内的分布。租用的容量随之变化。</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>The language model that is served.</source>
            <translation>所服务的语言模型。</translation>
        </message>
        <message>
            <source>Quantization</source>
            <translation>量化</translation>
        </message>
        <message>
            <source>Number format of the weights. native: the checkpoint's own, or the nearest that a GPU runs, never under 8 bits. any: also lower ones.</source>
            <translation>权重的数值格式。原生：检查点自身的格式，或 GPU 能运行的最接近格式，不低于 8 位。任意：也包括更低位数。</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>引擎</translation>
        </message>
        <message>
            <source>The software that serves the model.</source>
            <translation>运行模型的软件。</translation>
        </message>
        <message>
            <source>GPU type</source>
            <translation>GPU 类型</translation>
        </message>
        <message>
            <source>Types that may be used. With none chosen, all are compared.</source>
            <translation>可以使用的类型。未选择时比较全部类型。</translation>
        </message>
        <message>
            <source>any type</source>
            <translation>任意类型</translation>
        </message>
        <message>
            <source>Without</source>
            <translation>排除</translation>
        </message>
        <message>
            <source>Types that may not be used.</source>
            <translation>不可使用的类型。</translation>
        </message>
        <message>
            <source>none left out</source>
            <translation>未排除</translation>
        </message>
        <message>
            <source>Spare capacity</source>
            <translation>余量</translation>
        </message>
        <message>
            <source>Capacity to keep free above the peak.</source>
            <translation>在峰值之上保留的空闲容量。</translation>
        </message>
        <message>
            <source>Replicas that may fail</source>
            <translation>允许失效的副本数</translation>
        </message>
        <message>
            <source>The peak is still served with so many replicas lost.</source>
            <translation>失去这么多副本后仍能承载峰值。</translation>
        </message>
        <message>
            <source>First token within</source>
            <translation>首 token 时限</translation>
        </message>
        <message>
            <source>s</source>
            <translation>秒</translation>
        </message>
        <message>
            <source>Each further token within</source>
            <translation>后续每个 token 时限</translation>
        </message>
        <message>
            <source>ms</source>
            <translation>毫秒</translation>
        </message>
        <message>
            <source>Power limit</source>
            <translation>功率上限</translation>
        </message>
        <message>
            <source>Most power that the servers may draw at peak.</source>
            <translation>服务器峰值时允许的最大功率。</translation>
        </message>
        <message>
            <source>kW</source>
            <translation>kW</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Proposed fleets</source>
            <translation>提议的集群</translation>
        </message>
        <message>
            <source>Fleets that somebody proposed: the plan says what becomes of each.</source>
            <translation>有人提议的集群：规划会说明每一个的结果。</translation>
        </message>
        <message>
            <source>none to judge</source>
            <translation>无待评判项</translation>
        </message>
        <message>
            <source>Offers</source>
            <translation>报价来源</translation>
        </message>
        <message>
            <source>From whom: any cloud, some providers or regions, or own hardware.</source>
            <translation>向谁租用：任意云、部分云厂商或地域，或自建。</translation>
        </message>
        <message>
            <source>any cloud</source>
            <translation>任意云</translation>
        </message>
        <message>
            <source>Commitment</source>
            <translation>付费方式</translation>
        </message>
        <message>
            <source>On demand and spot follow the load hour by hour; a reservation is paid round the clock.</source>
            <translation>按需与竞价逐小时跟随负载；预留实例全天计费。</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>货币</translation>
        </message>
        <message>
            <source>Currency of every amount; prices in others are converted at a dated rate.</source>
            <translation>所有金额的货币；其他货币按注明日期的汇率换算。</translation>
        </message>
        <message>
            <source>Customer</source>
            <translation>客户</translation>
        </message>
        <message>
            <source>Whom the proposal is for.</source>
            <translation>部署方案的对象。</translation>
        </message>
        <message>
            <source>Author</source>
            <translation>作者</translation>
        </message>
        <message>
            <source>Who made it.</source>
            <translation>制作者。</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Stands on the proposal's first page.</source>
            <translation>显示在部署方案的首页。</translation>
        </message>
        <message>
            <source>GPUs that are there</source>
            <translation>现有 GPU 数</translation>
        </message>
        <message>
            <source>A fixed fleet: the plan says what it carries instead of how many are needed.</source>
            <translation>固定集群：规划说明它能承载多少，而不是需要多少。</translation>
        </message>
        <message>
            <source>as many as needed</source>
            <translation>按需要</translation>
        </message>
        <message>
            <source>Replicas</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>Copies of the model that run, redundancy included.</source>
            <translation>运行的模型副本数，含冗余。</translation>
        </message>
        <message>
            <source>searched</source>
            <translation>由搜索决定</translation>
        </message>
        <message>
            <source>Tensor parallel</source>
            <translation>张量并行</translation>
        </message>
        <message>
            <source>GPUs that share every layer of a replica.</source>
            <translation>共同承担副本每一层的 GPU 数。</translation>
        </message>
        <message>
            <source>Pipeline parallel</source>
            <translation>流水线并行</translation>
        </message>
        <message>
            <source>Stages that a replica's layers are split into.</source>
            <translation>副本的各层被分成的级数。</translation>
        </message>
        <message>
            <source>Expert parallel</source>
            <translation>专家并行</translation>
        </message>
        <message>
            <source>GPUs that a replica's experts are spread over.</source>
            <translation>副本的专家分布到的 GPU 数。</translation>
        </message>
        <message>
            <source>Attention data parallel</source>
            <translation>注意力数据并行</translation>
        </message>
        <message>
            <source>Groups of a replica that each compute attention for their own requests.</source>
            <translation>副本内各自为自己的请求计算注意力的组数。</translation>
        </message>
        <message>
            <source>Demand</source>
            <translation>需求</translation>
        </message>
        <message>
            <source>Hardware</source>
            <translation>硬件</translation>
        </message>
        <message>
            <source>Money</source>
            <translation>费用</translation>
        </message>
        <message>
            <source>Proposal</source>
            <translation>部署方案</translation>
        </message>
        <message>
            <source>Who asks, how often, and how long are the answers?</source>
            <translation>谁在用，多频繁，回答多长？</translation>
        </message>
        <message>
            <source>What is served, and at which precision?</source>
            <translation>服务什么模型，用什么精度？</translation>
        </message>
        <message>
            <source>On which GPUs, how fast, and how much may fail?</source>
            <translation>用哪些 GPU，多快，允许多少失效？</translation>
        </message>
        <message>
            <source>From whom, and how is it paid?</source>
            <translation>向谁购买，如何付费？</translation>
        </message>
        <message>
            <source>What the paper says besides the figures.</source>
            <translation>文件中除数字以外的内容。</translation>
        </message>
        <message>
            <source>%1 users</source>
            <translation>%1 位用户</translation>
        </message>
        <message>
            <source>%1 spare</source>
            <translation>余量 %1</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between names of a list</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>%1 changed</source>
            <comment>an edit, in the undo menu</comment>
            <translation>修改 %1</translation>
        </message>
        <message>
            <source>%1: %2 → %3</source>
            <comment>an edit, in the undo menu</comment>
            <translation>%1:%2 → %3</translation>
        </message>
        <message>
            <source>follows from the users above; drag to override</source>
            <translation>由上面的用户数得出；拖动即可改写</translation>
        </message>
        <message>
            <source>set by hand; the users would give %1</source>
            <translation>手动设定；按用户数应为 %1</translation>
        </message>
        <message>
            <source>Most GPUs</source>
            <translation>GPU 数量上限</translation>
        </message>
        <message>
            <source>Most GPUs that the plan may use.</source>
            <translation>方案最多可使用的 GPU 数量。</translation>
        </message>
        <message>
            <source>Only in</source>
            <translation>仅限地区</translation>
        </message>
        <message>
            <source>Where the data may lie: countries or regions of cloud offers. An offer whose place is not known is left out.</source>
            <translation>数据可以存放的地方：云报价所在的国家或地区。位置不明的报价不予考虑。</translation>
        </message>
        <message>
            <source>anywhere</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>Not in</source>
            <translation>排除地区</translation>
        </message>
        <message>
            <source>Where it may not lie. An offer whose place is not known is left out.</source>
            <translation>数据不得存放的地方。位置不明的报价不予考虑。</translation>
        </message>
        <message>
            <source>Burstiness</source>
            <translation>突发程度</translation>
        </message>
        <message>
            <source>How unevenly requests come: 1 as if by chance, 0 evenly, more in bursts. Counts in the simulation.</source>
            <translation>请求到达有多不均匀：1 为随机到达，0 为均匀到达，更大则成批到达。用于仿真。</translation>
        </message>
        <message>
            <source>Long prompts</source>
            <translation>长提示词</translation>
        </message>
        <message>
            <source>Tokens that 95 of 100 prompts do not exceed, up to 3.8 times the mean. Counts in the simulation.</source>
            <translation>100 个提示词中有 95 个不超过的 token 数，最多为平均值的 3.8 倍。用于仿真。</translation>
        </message>
        <message>
            <source>twice the mean</source>
            <translation>平均值的两倍</translation>
        </message>
        <message>
            <source>Long answers</source>
            <translation>长回答</translation>
        </message>
        <message>
            <source>Tokens that 95 of 100 answers do not exceed, up to 3.8 times the mean. Counts in the simulation.</source>
            <translation>100 个回答中有 95 个不超过的 token 数，最多为平均值的 3.8 倍。用于仿真。</translation>
        </message>
        <message>
            <source>three times the mean</source>
            <translation>平均值的三倍</translation>
        </message>
        <message>
            <source>Covered by the commitment</source>
            <translation>承诺覆盖比例</translation>
        </message>
        <message>
            <source>Share of the instances that are reserved or spot; the rest is on demand and follows the load.</source>
            <translation>预留或竞价实例所占比例；其余按需租用并跟随负载。</translation>
        </message>
        <message>
            <source>Spot among the rest</source>
            <translation>其余实例中的竞价比例</translation>
        </message>
        <message>
            <source>Share of the instances without commitment that is spot. A spot instance can be taken away.</source>
            <translation>未承诺实例中竞价实例所占比例。竞价实例可能被回收。</translation>
        </message>
        <message>
            <source>Capacity runs</source>
            <translation>容量运行方式</translation>
        </message>
        <message>
            <source>Hour by hour as the load needs it, all of it on workdays, or always.</source>
            <translation>按负载逐小时运行、工作日全部运行，或始终运行。</translation>
        </message>
        <message>
            <source>Replicas always running</source>
            <translation>始终运行的副本</translation>
        </message>
        <message>
            <source>Fewest replicas that run at night and at weekends.</source>
            <translation>夜间与周末至少运行的副本数。</translation>
        </message>
        <message>
            <source>Time to start a replica</source>
            <translation>副本启动时间</translation>
        </message>
        <message>
            <source>An instance is paid for so long before it serves: it boots and loads the weights.</source>
            <translation>实例在提供服务之前需付费的时间：启动并加载权重。</translation>
        </message>
        <message>
            <source>min</source>
            <translation>分钟</translation>
        </message>
        <message>
            <source>Storage</source>
            <translation>存储</translation>
        </message>
        <message>
            <source>Disk space. By default the weights once for each instance.</source>
            <translation>磁盘空间。默认每个实例存一份权重。</translation>
        </message>
        <message>
            <source>GB</source>
            <translation>GB</translation>
        </message>
        <message>
            <source>weights per instance</source>
            <translation>每实例一份权重</translation>
        </message>
        <message>
            <source>Egress a month</source>
            <translation>每月流出流量</translation>
        </message>
        <message>
            <source>Data to the internet. By default it follows from the tokens of the answers.</source>
            <translation>流向互联网的数据。默认由回答的 token 数得出。</translation>
        </message>
        <message>
            <source>from the answers</source>
            <translation>由回答得出</translation>
        </message>
        <message>
            <source>Cloud support plan</source>
            <translation>云支持计划</translation>
        </message>
        <message>
            <source>Share of the rest of the cloud's bill.</source>
            <translation>占云账单其余部分的比例。</translation>
        </message>
        <message>
            <source>API, million input tokens</source>
            <translation>API 每百万输入 token</translation>
        </message>
        <message>
            <source>Price of a per-token API to compare with, in the scenario's currency. By default the model's own, where known.</source>
            <translation>用于对比的按 token 计费 API 价格，采用场景货币。默认取模型自家价格（若已知）。</translation>
        </message>
        <message>
            <source>model's own</source>
            <translation>模型自家价格</translation>
        </message>
        <message>
            <source>API, million output tokens</source>
            <translation>API 每百万输出 token</translation>
        </message>
        <message>
            <source>Price of a server</source>
            <translation>服务器价格</translation>
        </message>
        <message>
            <source>One server with its GPUs, in the scenario's currency. By default the catalog's cards × 1.30.</source>
            <translation>一台含 GPU 的服务器，采用场景货币。默认为目录中的卡价 × 1.30。</translation>
        </message>
        <message>
            <source>from the catalog</source>
            <translation>取自目录</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>网络</translation>
        </message>
        <message>
            <source>Switches, optics and cables over the price of the servers. Usual: 10 to 15 %.</source>
            <translation>交换机、光模块与线缆占服务器价格的比例。通常为 10% 至 15%。</translation>
        </message>
        <message>
            <source>Depreciation</source>
            <translation>折旧期</translation>
        </message>
        <message>
            <source>Straight line. Usual: 36 to 72 months.</source>
            <translation>直线折旧。通常为 36 至 72 个月。</translation>
        </message>
        <message>
            <source>months</source>
            <translation>个月</translation>
        </message>
        <message>
            <source>Residual value</source>
            <translation>残值</translation>
        </message>
        <message>
            <source>Share of the price that is left at the end. Usual: 0 to 35 %.</source>
            <translation>期末剩余价值占采购价的比例。通常为 0 至 35%。</translation>
        </message>
        <message>
            <source>Cost of capital</source>
            <translation>资金成本</translation>
        </message>
        <message>
            <source>A year, on the book value. Usual: 4 to 15 %.</source>
            <translation>按账面价值计的年率。通常为 4% 至 15%。</translation>
        </message>
        <message>
            <source>Electricity, a kWh</source>
            <translation>电价（每 kWh）</translation>
        </message>
        <message>
            <source>In the scenario's currency. By default 0.0806 USD, the mean of US industry.</source>
            <translation>采用场景货币。默认 0.0806 USD，为美国工业平均电价。</translation>
        </message>
        <message>
            <source>0.0806 USD</source>
            <translation>0.0806 USD</translation>
        </message>
        <message>
            <source>PUE</source>
            <translation>PUE</translation>
        </message>
        <message>
            <source>Power of the data centre over that of its computers. World average 1.54.</source>
            <translation>数据中心总功率与计算设备功率之比。全球平均 1.54。</translation>
        </message>
        <message>
            <source>Colocation, a kW and month</source>
            <translation>机房托管（每 kW 每月）</translation>
        </message>
        <message>
            <source>In the scenario's currency. By default 184.06 USD (North America, 2024).</source>
            <translation>采用场景货币。默认 184.06 USD（北美，2024 年）。</translation>
        </message>
        <message>
            <source>184.06 USD</source>
            <translation>184.06 USD</translation>
        </message>
        <message>
            <source>Maintenance a year</source>
            <translation>每年维保</translation>
        </message>
        <message>
            <source>Share of the purchase price. Usual: 5 to 15 %.</source>
            <translation>占采购价的比例。通常为 5% 至 15%。</translation>
        </message>
        <message>
            <source>Licences, a GPU and year</source>
            <translation>软件许可（每 GPU 每年）</translation>
        </message>
        <message>
            <source>In the scenario's currency. Open-source engines need none.</source>
            <translation>采用场景货币。开源引擎无需许可费用。</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Staff, a server and year</source>
            <translation>人员（每服务器每年）</translation>
        </message>
        <message>
            <source>In the scenario's currency. By default 6,000 USD: a twentieth of an engineer.</source>
            <translation>采用场景货币。默认 6,000 USD：一名工程师的二十分之一。</translation>
        </message>
        <message>
            <source>6,000 USD</source>
            <translation>6,000 USD</translation>
        </message>
        <message>
            <source>Tax on the purchase</source>
            <translation>采购税费</translation>
        </message>
        <message>
            <source>Where it cannot be reclaimed.</source>
            <translation>无法抵扣的税费。</translation>
        </message>
        <message>
            <source>Demand at the start</source>
            <translation>起始需求</translation>
        </message>
        <message>
            <source>Demand of the first month over the planned peak.</source>
            <translation>首月需求占规划峰值的比例。</translation>
        </message>
        <message>
            <source>Growth a month</source>
            <translation>每月增长率</translation>
        </message>
        <message>
            <source>How the demand grows from month to month.</source>
            <translation>需求逐月增长的比例。</translation>
        </message>
        <message>
            <source>Steps</source>
            <translation>阶跃</translation>
        </message>
        <message>
            <source>Steps of the demand: &quot;6: 1.5, 13: 2&quot; means times 1.5 from month 6 on, times 2 more from month 13 on.</source>
            <translation>需求的阶跃：“6: 1.5, 13: 2” 表示从第 6 个月起乘以 1.5，从第 13 个月起再乘以 2。</translation>
        </message>
        <message>
            <source>Lead time</source>
            <translation>交付周期</translation>
        </message>
        <message>
            <source>Weeks from order to service.</source>
            <translation>从下单到投入使用的周数。</translation>
        </message>
        <message>
            <source>weeks</source>
            <translation>周</translation>
        </message>
        <message>
            <source>2 rented, 16 own</source>
            <translation>租用 2，自建 16</translation>
        </message>
        <message>
            <source>Horizon</source>
            <translation>规划期</translation>
        </message>
        <message>
            <source>How far the road ahead is planned.</source>
            <translation>路线图覆盖的时长。</translation>
        </message>
        <message>
            <source>Prompt lengths as counted</source>
            <translation>统计得到的提示长度</translation>
        </message>
        <message>
            <source>From a file: one length a line, or tokens,count. Sets the mean; the shape counts in the simulation.</source>
            <translation>来自文件：每行一个长度，或“tokens,count”两列。会设定均值；分布形状用于仿真。</translation>
        </message>
        <message>
            <source>lognormal</source>
            <translation>对数正态</translation>
        </message>
        <message>
            <source>Answer lengths as counted</source>
            <translation>统计得到的回答长度</translation>
        </message>
        <message>
            <source>Target for the time to first token, met by the share of requests chosen below.</source>
            <translation>首 token 时间的目标，由下方所选比例的请求满足。</translation>
        </message>
        <message>
            <source>Target for the time per output token, met by the share of requests chosen below. People read about 5 tokens a second.</source>
            <translation>每个输出 token 时间的目标，由下方所选比例的请求满足。人每秒大约阅读 5 个 token。</translation>
        </message>
        <message>
            <source>Whole answer within</source>
            <translation>完整回答不超过</translation>
        </message>
        <message>
            <source>Target for the time from the request to the last token, met by the same share of requests.</source>
            <translation>从请求发出到最后一个 token 的时间目标，由同样比例的请求满足。</translation>
        </message>
        <message>
            <source>no target</source>
            <translation>无目标</translation>
        </message>
        <message>
            <source>Targets hold for</source>
            <translation>目标所适用的比例</translation>
        </message>
        <message>
            <source>Share of the requests that meet the latency targets: p95 is 95 of 100.</source>
            <translation>满足时延目标的请求比例：P95 即 100 个中的 95 个。</translation>
        </message>
    </context>
    <context>
        <name>FigureFormat</name>
        <message>
            <source>%1 tokens/s</source>
            <translation>%1 token/s</translation>
        </message>
        <message>
            <source>%1 tokens</source>
            <translation>%1 token</translation>
        </message>
        <message>
            <source>%1 per token</source>
            <translation>%1/token</translation>
        </message>
        <message>
            <source>%1 per parameter</source>
            <translation>%1/参数</translation>
        </message>
        <message>
            <source>%1 people</source>
            <translation>%1 人</translation>
        </message>
        <message>
            <source>%1 billion parameters</source>
            <translation>%1 十亿参数</translation>
        </message>
        <message>
            <source>%1 parameters</source>
            <translation>%1 个参数</translation>
        </message>
    </context>
    <context>
        <name>LibraryTexts</name>
        <message>
            <source>%1 is not a JSON file. Choose the config.json of a model.</source>
            <translation>%1 不是 JSON 文件。请选择模型的 config.json。</translation>
        </message>
        <message>
            <source>%1 describes a model that Headroom does not know how to size. Nothing was added.</source>
            <translation>%1 描述的模型 Headroom 不知道如何测算。未添加任何内容。</translation>
        </message>
        <message>
            <source>%1 uses “%2”, which Headroom does not know how to size. Nothing was added.</source>
            <translation>%1 使用了“%2”，Headroom 不知道如何测算。未添加任何内容。</translation>
        </message>
        <message>
            <source>%1 is not a complete model configuration. Nothing was added.</source>
            <translation>%1 不是完整的模型配置。未添加任何内容。</translation>
        </message>
        <message>
            <source>%1 lacks a usable value of “%2”. Nothing was added.</source>
            <translation>%1 缺少可用的“%2”值。未添加任何内容。</translation>
        </message>
        <message>
            <source>%1 is too large to be a model configuration.</source>
            <translation>%1 太大，不可能是模型配置。</translation>
        </message>
        <message>
            <source>%1 cannot be read.</source>
            <translation>无法读取 %1。</translation>
        </message>
        <message>
            <source>The model cannot be stored: %1 cannot be written.</source>
            <translation>无法保存该模型：无法写入 %1。</translation>
        </message>
        <message>
            <source>%1 could not be imported. Nothing was added.</source>
            <translation>无法导入 %1。未添加任何内容。</translation>
        </message>
        <message>
            <source>Catalog %1 · prices up to %2</source>
            <translation>目录 %1 · 价格截至 %2</translation>
        </message>
        <message>
            <source>%1 (%2). Public sources disagree on this.</source>
            <translation>%1（%2）。公开来源对此说法不一。</translation>
        </message>
        <message>
            <source>%1 (%2).</source>
            <comment>source, date</comment>
            <translation>%1（%2）。</translation>
        </message>
        <message>
            <source>%1 B</source>
            <comment>billions of parameters</comment>
            <translation>%1 B</translation>
        </message>
        <message>
            <source>multi-head</source>
            <translation>多头</translation>
        </message>
        <message>
            <source>grouped-query</source>
            <translation>分组查询</translation>
        </message>
        <message>
            <source>latent (MLA)</source>
            <translation>潜在注意力（MLA）</translation>
        </message>
        <message>
            <source>hybrid</source>
            <translation>混合</translation>
        </message>
        <message>
            <source>sparse</source>
            <translation>稀疏</translation>
        </message>
        <message>
            <source>Library</source>
            <translation>资料库</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>GPUs</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>Offers</source>
            <translation>报价</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Name, provider, region …</source>
            <translation>名称、云厂商、地域…</translation>
        </message>
        <message>
            <source>Import a model …</source>
            <translation>导入模型…</translation>
        </message>
        <message>
            <source>Reads a Hugging Face config.json; a file hf_quant_config.json beside it is read too.</source>
            <translation>读取 Hugging Face 的 config.json；同一目录下的 hf_quant_config.json 也会读取。</translation>
        </message>
        <message>
            <source>Choose a config.json</source>
            <translation>选择 config.json</translation>
        </message>
        <message>
            <source>Model configuration (*.json)</source>
            <translation>模型配置(*.json)</translation>
        </message>
        <message>
            <source>%1 was added to the library.</source>
            <translation>%1 已添加到资料库。</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>Nothing matches “%1”.</source>
            <translation>没有与“%1”匹配的内容。</translation>
        </message>
        <message>
            <source>Where this comes from</source>
            <translation>数据来源</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>date unknown</source>
            <translation>日期未知</translation>
        </message>
        <message>
            <source>Note of the import: %1</source>
            <translation>导入说明：%1</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Parameters</source>
            <translation>参数量</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>激活</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Attention</source>
            <translation>注意力</translation>
        </message>
        <message>
            <source>Context</source>
            <translation>上下文</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>Vendor</source>
            <translation>厂商</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>显存</translation>
        </message>
        <message>
            <source>Bandwidth</source>
            <translation>带宽</translation>
        </message>
        <message>
            <source>%1 dense</source>
            <translation>%1 稠密</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>互联</translation>
        </message>
        <message>
            <source>Power</source>
            <translation>功率</translation>
        </message>
        <message>
            <source>Year</source>
            <translation>年份</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>云厂商</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>地域</translation>
        </message>
        <message>
            <source>Instance</source>
            <translation>实例</translation>
        </message>
        <message>
            <source>GPU</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>On demand /h</source>
            <translation>按需 /小时</translation>
        </message>
        <message>
            <source>1 year /h</source>
            <translation>1 年 /小时</translation>
        </message>
        <message>
            <source>3 years /h</source>
            <translation>3 年 /小时</translation>
        </message>
        <message>
            <source>Spot /h</source>
            <translation>竞价 /小时</translation>
        </message>
        <message>
            <source>%1/s</source>
            <translation>%1/s</translation>
        </message>
        <message>
            <source>%1 · old</source>
            <comment>date of a price</comment>
            <translation>%1 · 已过期</translation>
        </message>
        <message>
            <source>This price is %1 days old: look it up again before buying.</source>
            <translation>此价格已有 %1 天：购买前请重新查询。</translation>
        </message>
        <message>
            <source>Spot: %1</source>
            <comment>source of a price</comment>
            <translation>竞价：%1</translation>
        </message>
        <message>
            <source>1 year: %1</source>
            <comment>source of a price</comment>
            <translation>1 年：%1</translation>
        </message>
        <message>
            <source>3 years: %1</source>
            <comment>source of a price</comment>
            <translation>3 年：%1</translation>
        </message>
        <message>
            <source>On demand: %1</source>
            <comment>source of a price</comment>
            <translation>按需：%1</translation>
        </message>
        <message>
            <source>How good are these numbers?</source>
            <translation>这些数字有多准？</translation>
        </message>
        <message>
            <source>Predicted without</source>
            <translation>预测时排除</translation>
        </message>
        <message>
            <source>By</source>
            <translation>分组依据</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>组</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>Time per token</source>
            <translation>每 token 时间</translation>
        </message>
        <message>
            <source>First token</source>
            <translation>首 token</translation>
        </message>
        <message>
            <source>Throughput</source>
            <translation>吞吐量</translation>
        </message>
        <message>
            <source>Inside the 80 % band</source>
            <translation>落在 80% 区间内</translation>
        </message>
        <message>
            <source>Median error of the time per output token, measurements predicted without their own deployment</source>
            <translation>每输出 token 时间的误差中位数（预测时排除该测量自身的部署）</translation>
        </message>
        <message>
            <source>its own deployment</source>
            <translation>自身的部署</translation>
        </message>
        <message>
            <source>its model on this GPU</source>
            <translation>该 GPU 上的该模型</translation>
        </message>
        <message>
            <source>its GPU</source>
            <translation>该 GPU</translation>
        </message>
        <message>
            <source>nothing (in sample)</source>
            <translation>无（样本内）</translation>
        </message>
        <message>
            <source>source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>kind of model</source>
            <translation>模型类型</translation>
        </message>
        <message>
            <source>engine</source>
            <translation>引擎</translation>
        </message>
        <message>
            <source>load</source>
            <translation>负载</translation>
        </message>
        <message>
            <source>model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>all measurements</source>
            <translation>全部测量</translation>
        </message>
        <message>
            <source>dense</source>
            <translation>稠密</translation>
        </message>
        <message>
            <source>mixture of experts</source>
            <translation>混合专家</translation>
        </message>
        <message>
            <source>latent attention with experts</source>
            <translation>潜在注意力加专家</translation>
        </message>
        <message>
            <source>linear attention</source>
            <translation>线性注意力</translation>
        </message>
        <message>
            <source>fixed number of users</source>
            <translation>固定用户数</translation>
        </message>
        <message>
            <source>fixed rate</source>
            <translation>固定速率</translation>
        </message>
        <message>
            <source>everything queued at once</source>
            <translation>全部同时排队</translation>
        </message>
        <message>
            <source>Error is |predicted ÷ measured − 1|, median / mean, of published measurements. The constants (version %1) were solved again without the rows named in the first column, so this is how far a prediction may be off for what was not measured. Rows taken as defective are left out; “headroom accuracy” gives both.</source>
            <translation>误差为 |预测 ÷ 实测 − 1| 的中位数 / 平均值，基于公开测量。常数（版本 %1）在排除第一列所述的行后重新求解，因此它说明对未测量的情况预测可能偏差多少。被视为有缺陷的行未计入；“headroom accuracy” 会给出两种结果。</translation>
        </message>
        <message>
            <source>%1 / %2</source>
            <comment>median / mean error</comment>
            <translation>%1 / %2</translation>
        </message>
    </context>
    <context>
        <name>LiveTableTexts</name>
        <message>
            <source>Part of the page</source>
            <translation>页面的部分</translation>
        </message>
        <message>
            <source>Overview</source>
            <translation>概览</translation>
        </message>
        <message>
            <source>Serving</source>
            <translation>推理服务</translation>
        </message>
        <message>
            <source>Energy and cost</source>
            <translation>能耗与费用</translation>
        </message>
        <message>
            <source>Health</source>
            <translation>健康状况</translation>
        </message>
        <message>
            <source>Alerts</source>
            <translation>告警</translation>
        </message>
        <message>
            <source>Alerts (%1)</source>
            <translation>告警（%1）</translation>
        </message>
        <message>
            <source>Models and engines</source>
            <translation>模型与引擎</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>引擎</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>运行中</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>排队中</translation>
        </message>
        <message>
            <source>KV cache</source>
            <translation>KV 缓存</translation>
        </message>
        <message>
            <source>Tokens/s out</source>
            <translation>输出 token/s</translation>
        </message>
        <message>
            <source>Tokens/s in</source>
            <translation>输入 token/s</translation>
        </message>
        <message>
            <source>Prefix hits</source>
            <translation>前缀命中率</translation>
        </message>
        <message>
            <source>Preemptions/min</source>
            <translation>每分钟抢占数</translation>
        </message>
        <message>
            <source>TTFT %1</source>
            <comment>p50</comment>
            <translation>首 token 延迟 %1</translation>
        </message>
        <message>
            <source>TPOT %1</source>
            <comment>p50</comment>
            <translation>每 token 延迟 %1</translation>
        </message>
        <message>
            <source>E2E %1</source>
            <comment>p50</comment>
            <translation>端到端 %1</translation>
        </message>
        <message numerus="yes">
            <source>all %n engine(s)</source>
            <translation>
                <numerusform>全部 %n 个引擎</numerusform>
            </translation>
        </message>
        <message>
            <source>&gt; %1</source>
            <comment>above the highest bucket</comment>
            <translation>&gt; %1</translation>
        </message>
        <message>
            <source>No source publishes a serving engine.</source>
            <translation>没有数据源发布推理引擎的指标。</translation>
        </message>
        <message>
            <source>Quantiles of the whole model are the worst of its engines: quantiles cannot be added up.</source>
            <translation>整个模型的分位数取其各引擎中最差的一个：分位数不能相加。</translation>
        </message>
        <message>
            <source>Power and energy by machine</source>
            <translation>各机器的功率与能耗</translation>
        </message>
        <message>
            <source>Machine</source>
            <translation>机器</translation>
        </message>
        <message>
            <source>GPUs</source>
            <translation>GPU 数</translation>
        </message>
        <message>
            <source>Power now</source>
            <translation>当前功率</translation>
        </message>
        <message>
            <source>Energy</source>
            <translation>能耗</translation>
        </message>
        <message>
            <source>Cost of energy</source>
            <translation>电费</translation>
        </message>
        <message>
            <source>Price of a kWh</source>
            <translation>每 kWh 电价</translation>
        </message>
        <message>
            <source>Price of a GPU-hour</source>
            <translation>每 GPU 小时价格</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>货币</translation>
        </message>
        <message>
            <source>A price of 0 or more with at most six decimals would be accepted, as 0.12.</source>
            <translation>可接受不小于 0、最多六位小数的价格，例如 0.12。</translation>
        </message>
        <message>
            <source>%1 in %3, %2</source>
            <comment>energy, cost, stretch of time</comment>
            <translation>%3内耗电 %1，%2</translation>
        </message>
        <message>
            <source>%1 in %2; give the price of a kWh to see its cost.</source>
            <comment>energy, stretch of time</comment>
            <translation>%2内耗电 %1；填写每 kWh 电价即可看到费用。</translation>
        </message>
        <message>
            <source>No source publishes the power of GPUs.</source>
            <translation>没有数据源发布 GPU 功率。</translation>
        </message>
        <message>
            <source>Idle GPUs</source>
            <translation>闲置的 GPU</translation>
        </message>
        <message>
            <source>Idle share</source>
            <translation>闲置占比</translation>
        </message>
        <message>
            <source>Idle hours</source>
            <translation>闲置时长</translation>
        </message>
        <message>
            <source>Cost of idling</source>
            <translation>闲置费用</translation>
        </message>
        <message>
            <source>Memory held</source>
            <translation>占用显存</translation>
        </message>
        <message>
            <source>No GPU was idle for more than half of this stretch of time.</source>
            <translation>在这段时间内，没有 GPU 闲置超过一半时间。</translation>
        </message>
        <message numerus="yes">
            <source>%n GPU(s) idle, %1 in all, %2</source>
            <translation>
                <numerusform>%n 张 GPU 闲置，共 %1，%2</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n GPU(s) idle, %1 in all; give the price of a GPU-hour to see what it costs.</source>
            <translation>
                <numerusform>%n 张 GPU 闲置，共 %1；填写每 GPU 小时价格即可看到费用。</numerusform>
            </translation>
        </message>
        <message>
            <source>Idle: less than 5 % utilization.</source>
            <translation>闲置：利用率低于 5 %。</translation>
        </message>
        <message>
            <source>All machines</source>
            <translation>全部机器</translation>
        </message>
        <message>
            <source>What is the matter with GPUs</source>
            <translation>GPU 的问题</translation>
        </message>
        <message>
            <source>Problem</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Meaning</source>
            <translation>含义</translation>
        </message>
        <message>
            <source>What to do</source>
            <translation>处理建议</translation>
        </message>
        <message numerus="yes">
            <source>Nothing is reported of %n GPU(s).</source>
            <translation>
                <numerusform>%n 张 GPU 均无问题报告。</numerusform>
            </translation>
        </message>
        <message>
            <source>No source publishes errors or throttling of GPUs.</source>
            <translation>没有数据源发布 GPU 的错误或降频。</translation>
        </message>
        <message numerus="yes">
            <source>%n problem(s)</source>
            <translation>
                <numerusform>%n 个问题</numerusform>
            </translation>
        </message>
        <message>
            <source>XID %1</source>
            <translation>XID %1</translation>
        </message>
        <message>
            <source>XID %1, before we watched</source>
            <translation>XID %1，监测开始之前</translation>
        </message>
        <message>
            <source>not in the catalog</source>
            <translation>目录中没有</translation>
        </message>
        <message numerus="yes">
            <source>%n uncorrected ECC error(s)</source>
            <translation>
                <numerusform>%n 个未纠正的 ECC 错误</numerusform>
            </translation>
        </message>
        <message>
            <source>Memory lost data; results may be wrong.</source>
            <translation>显存丢失了数据；结果可能有误。</translation>
        </message>
        <message numerus="yes">
            <source>%n corrected ECC error(s)</source>
            <translation>
                <numerusform>%n 个已纠正的 ECC 错误</numerusform>
            </translation>
        </message>
        <message>
            <source>Memory errors that were corrected; many of them announce worse.</source>
            <translation>已纠正的显存错误；大量出现往往预示更严重的问题。</translation>
        </message>
        <message>
            <source>Watch whether the number grows.</source>
            <translation>观察数量是否增长。</translation>
        </message>
        <message>
            <source>Row remapping failed</source>
            <translation>行重映射失败</translation>
        </message>
        <message>
            <source>A bad memory row could not be replaced.</source>
            <translation>损坏的显存行无法替换。</translation>
        </message>
        <message>
            <source>Take it out of service and ask the vendor for a replacement.</source>
            <translation>停止使用该卡，并联系厂商更换。</translation>
        </message>
        <message>
            <source>Slowed by heat, %1 of the time</source>
            <translation>因过热降频，占 %1 的时间</translation>
        </message>
        <message>
            <source>The GPU protects itself and serves less.</source>
            <translation>GPU 自我保护，处理能力下降。</translation>
        </message>
        <message>
            <source>Check air flow, fans and the temperature of the room.</source>
            <translation>检查风道、风扇和机房温度。</translation>
        </message>
        <message>
            <source>Held by the power limit, %1 of the time</source>
            <translation>受功率上限限制，占 %1 的时间</translation>
        </message>
        <message>
            <source>Usual under full load on data centre GPUs.</source>
            <translation>数据中心 GPU 满载时的正常现象。</translation>
        </message>
        <message>
            <source>Nothing, unless it should be faster: raise the limit.</source>
            <translation>无需处理；若要更快，可提高上限。</translation>
        </message>
        <message numerus="yes">
            <source>%n PCIe replay(s)</source>
            <translation>
                <numerusform>%n 次 PCIe 重传</numerusform>
            </translation>
        </message>
        <message>
            <source>Transfers over PCIe had to be repeated.</source>
            <translation>PCIe 传输曾被重复。</translation>
        </message>
        <message>
            <source>If the number grows: reseat the board or its riser.</source>
            <translation>若数量增长：重新插好板卡或转接板。</translation>
        </message>
        <message numerus="yes">
            <source>%n NVLink error(s)</source>
            <translation>
                <numerusform>%n 个 NVLink 错误</numerusform>
            </translation>
        </message>
        <message>
            <source>Transfers between GPUs failed or were repeated.</source>
            <translation>GPU 之间的传输失败或被重复。</translation>
        </message>
        <message>
            <source>If the number grows: drain the machine and check its links.</source>
            <translation>若数量增长：清空该机器的负载并检查链路。</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation>级别</translation>
        </message>
        <message>
            <source>Alert</source>
            <translation>告警</translation>
        </message>
        <message>
            <source>About</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>开始于</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>数值</translation>
        </message>
        <message>
            <source>No alert: nothing that is watched has passed its threshold.</source>
            <translation>没有告警：监测的各项均未越过阈值。</translation>
        </message>
        <message>
            <source>Acknowledge</source>
            <translation>确认</translation>
        </message>
        <message>
            <source>Export for Prometheus</source>
            <translation>导出为 Prometheus 规则</translation>
        </message>
        <message>
            <source>Webhook</source>
            <translation>Webhook</translation>
        </message>
        <message>
            <source>https://host/path, or env:NAME</source>
            <translation>https://host/path，或 env:NAME</translation>
        </message>
        <message>
            <source>Alerts are posted there as Alertmanager does. An address that holds a secret stays in an environment variable: env:NAME.</source>
            <translation>告警以 Alertmanager 的格式发送到该地址。含有密钥的地址应放在环境变量中：env:NAME。</translation>
        </message>
        <message>
            <source>An http or https address, or env: and the name of an environment variable, would be accepted.</source>
            <translation>可接受 http 或 https 地址，或 env: 加环境变量名。</translation>
        </message>
        <message>
            <source>Tell alerts on the desktop</source>
            <translation>在桌面上通知告警</translation>
        </message>
        <message>
            <source>Alert: %1</source>
            <translation>告警：%1</translation>
        </message>
        <message>
            <source>Over: %1</source>
            <translation>已恢复：%1</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>实时</translation>
        </message>
        <message>
            <source>Follow what comes in; L on the keyboard</source>
            <translation>跟随最新数据；键盘 L</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>更早</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>更晚</translation>
        </message>
        <message>
            <source>Save figures (CSV)</source>
            <translation>保存数据（CSV）</translation>
        </message>
        <message>
            <source>Save picture (PNG)</source>
            <translation>保存图片（PNG）</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>Table (*.csv)</source>
            <translation>表格 (*.csv)</translation>
        </message>
        <message>
            <source>Prometheus rules (*.yaml)</source>
            <translation>Prometheus 规则 (*.yaml)</translation>
        </message>
        <message>
            <source>Arrow keys read values, + and - zoom, Page Up and Page Down move in time, L follows live. With the mouse: drag, or turn the wheel with Ctrl held.</source>
            <translation>方向键读取数值，+ 和 - 缩放，Page Up 和 Page Down 前后移动，L 回到实时。鼠标：拖动，或按住 Ctrl 滚动滚轮。</translation>
        </message>
        <message>
            <source>%1 MWh</source>
            <translation>%1 MWh</translation>
        </message>
        <message>
            <source>%1 Wh</source>
            <translation>%1 Wh</translation>
        </message>
        <message>
            <source>%1 kWh</source>
            <translation>%1 kWh</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>%1 days</source>
            <translation>%1 天</translation>
        </message>
        <message>
            <source>Drain the GPU and reset it.</source>
            <translation>清空该 GPU 的负载并复位。</translation>
        </message>
        <message>
            <source>Restart the program that used it; look for a fault in the program.</source>
            <translation>重启使用它的程序，并检查程序错误。</translation>
        </message>
        <message>
            <source>Restart the machine; if it comes back, call the vendor.</source>
            <translation>重启机器；若再次出现，请联系厂商。</translation>
        </message>
        <message>
            <source>Restart the virtual machine.</source>
            <translation>重启虚拟机。</translation>
        </message>
        <message>
            <source>Check the NVLink connection; drain the machine.</source>
            <translation>检查 NVLink 连接；清空该机器的负载。</translation>
        </message>
        <message>
            <source>Check the power cables of the board.</source>
            <translation>检查板卡的供电线。</translation>
        </message>
        <message>
            <source>Update driver and firmware.</source>
            <translation>更新驱动和固件。</translation>
        </message>
        <message>
            <source>Call the vendor.</source>
            <translation>联系厂商。</translation>
        </message>
        <message>
            <source>Nothing at once.</source>
            <translation>无需立即处理。</translation>
        </message>
        <message>
            <source>Look it up in NVIDIA&apos;s catalog of XID errors.</source>
            <translation>请查阅 NVIDIA 的 XID 错误目录。</translation>
        </message>
        <message>
            <source>%1 firing, %2 pending</source>
            <translation>%1 条触发，%2 条待定</translation>
        </message>
        <message>
            <source>information</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>warning</source>
            <translation>警告</translation>
        </message>
        <message>
            <source>critical</source>
            <translation>严重</translation>
        </message>
        <message>
            <source>pending</source>
            <translation>待定</translation>
        </message>
        <message>
            <source>over</source>
            <translation>已恢复</translation>
        </message>
        <message>
            <source>firing, seen</source>
            <translation>触发，已确认</translation>
        </message>
        <message>
            <source>firing</source>
            <translation>触发</translation>
        </message>
        <message>
            <source>Source does not answer</source>
            <translation>数据源无应答</translation>
        </message>
        <message>
            <source>GPU no longer published</source>
            <translation>GPU 不再被发布</translation>
        </message>
        <message>
            <source>GPU is hot</source>
            <translation>GPU 过热</translation>
        </message>
        <message>
            <source>GPU slowed by heat</source>
            <translation>GPU 因过热降频</translation>
        </message>
        <message>
            <source>XID error, critical</source>
            <translation>XID 错误（严重）</translation>
        </message>
        <message>
            <source>XID error</source>
            <translation>XID 错误</translation>
        </message>
        <message>
            <source>Uncorrected memory errors</source>
            <translation>未纠正的显存错误</translation>
        </message>
        <message>
            <source>GPU memory nearly full</source>
            <translation>显存即将用尽</translation>
        </message>
        <message>
            <source>KV cache full, requests pushed out</source>
            <translation>KV 缓存已满，请求被抢占</translation>
        </message>
        <message>
            <source>Queue grows</source>
            <translation>队列增长</translation>
        </message>
        <message>
            <source>Time to first token over target</source>
            <translation>首 token 延迟超出目标</translation>
        </message>
        <message>
            <source>GPU idle for days</source>
            <translation>GPU 闲置数日</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <comment>moments</comment>
            <translation>%1 至 %2</translation>
        </message>
        <message numerus="yes">
            <source>%1, and %n more</source>
            <comment>alert</comment>
            <translation>
                <numerusform>%1，另有 %n 个</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LiveTexts</name>
        <message>
            <source>Time to first token, p95</source>
            <translation>首 token 延迟，p95</translation>
        </message>
        <message>
            <source>Time per output token, p95</source>
            <translation>每 token 延迟，p95</translation>
        </message>
        <message>
            <source>KV cache in use</source>
            <translation>KV 缓存用量</translation>
        </message>
        <message>
            <source>tokens/s</source>
            <translation>token/s</translation>
        </message>
        <message>
            <source>Utilization, last hour</source>
            <translation>利用率，最近一小时</translation>
        </message>
        <message>
            <source>%1 d</source>
            <comment>days</comment>
            <translation>%1 天</translation>
        </message>
        <message>
            <source>A metrics page (DCGM exporter, vLLM, SGLang, TGI and others), the Prometheus HTTP API as prometheus+URL, nvml: for the GPUs of this machine, or the path of a recording.</source>
            <translation>指标页面（DCGM exporter、vLLM、SGLang、TGI 等），以 prometheus+URL 表示的 Prometheus HTTP API，表示本机 GPU 的 nvml:，或录制文件的路径。</translation>
        </message>
        <message>
            <source>“%1” is not a source. Accepted are http://host:9400/metrics, prometheus+http://host:9090, nvml:, demo: and the path of a recording.</source>
            <translation>“%1”不是数据源。可接受 http://host:9400/metrics、prometheus+http://host:9090、nvml:、demo: 以及录制文件的路径。</translation>
        </message>
        <message>
            <source>Type the address of a metrics page, as http://host:9400/metrics.</source>
            <translation>请输入指标页面的地址，例如 http://host:9400/metrics。</translation>
        </message>
        <message>
            <source>%1 is watched already.</source>
            <translation>已在监控 %1。</translation>
        </message>
        <message>
            <source>Add the address of a metrics page or of a Prometheus server to see the GPUs of your machines live. The demo cluster shows what it looks like, with figures that are made up.</source>
            <translation>添加指标页面或 Prometheus 服务器的地址，即可实时查看 GPU。演示集群展示其效果，数字是虚构的。</translation>
        </message>
        <message>
            <source>Demo cluster</source>
            <translation>演示集群</translation>
        </message>
        <message>
            <source>This machine's GPUs</source>
            <translation>本机的 GPU</translation>
        </message>
        <message>
            <source>ok</source>
            <comment>state of a source</comment>
            <translation>正常</translation>
        </message>
        <message>
            <source>late</source>
            <comment>state of a source</comment>
            <translation>延迟</translation>
        </message>
        <message>
            <source>failed</source>
            <comment>state of a source</comment>
            <translation>失败</translation>
        </message>
        <message>
            <source>asking</source>
            <comment>state of a source</comment>
            <translation>请求中</translation>
        </message>
        <message>
            <source>Nothing answers at %1. Check the address, and that the exporter runs.</source>
            <translation>%1 没有应答。请检查地址以及导出器是否在运行。</translation>
        </message>
        <message>
            <source>%1 did not answer in time. It is asked again.</source>
            <translation>%1 未及时应答。将再次请求。</translation>
        </message>
        <message>
            <source>%1 refuses access (status %2). A token or password is needed.</source>
            <translation>%1 拒绝访问（状态 %2）。需要令牌或密码。</translation>
        </message>
        <message>
            <source>%1 answers with status %2 instead of 200. Check the path of the address.</source>
            <translation>%1 返回状态 %2 而不是 200。请检查地址的路径。</translation>
        </message>
        <message>
            <source>%1 redirects too often, or to something that is not http. Give the final address.</source>
            <translation>%1 重定向过多，或指向非 http 地址。请给出最终地址。</translation>
        </message>
        <message>
            <source>The certificate of %1 is not trusted. Name the authority that issued it.</source>
            <translation>%1 的证书不受信任。请指定签发它的机构。</translation>
        </message>
        <message>
            <source>The answer of %1 is larger than a metrics page can be. Check the address.</source>
            <translation>%1 的应答超过指标页面可能的大小。请检查地址。</translation>
        </message>
        <message>
            <source>%1 is not a metrics page. It should be one in Prometheus text format, often at /metrics.</source>
            <translation>%1 不是指标页面。应为 Prometheus 文本格式，通常位于 /metrics。</translation>
        </message>
        <message>
            <source>The metrics of %1 contain an error and cannot be read.</source>
            <translation>%1 的指标含有错误，无法读取。</translation>
        </message>
        <message>
            <source>%1 publishes metrics, but none that Headroom knows. It should be a GPU or LLM serving exporter.</source>
            <translation>%1 发布了指标，但没有 Headroom 认识的。应为 GPU 或 LLM 服务的导出器。</translation>
        </message>
        <message>
            <source>A file that %1 needs cannot be read.</source>
            <translation>无法读取 %1 所需的文件。</translation>
        </message>
        <message>
            <source>The recording is over.</source>
            <translation>录制已播放完毕。</translation>
        </message>
        <message>
            <source>This kind of source is not built into this program.</source>
            <translation>此类数据源未包含在本程序中。</translation>
        </message>
        <message>
            <source>Figures made up by the demo cluster</source>
            <translation>由演示集群虚构的数字</translation>
        </message>
        <message>
            <source>now</source>
            <comment>age of an answer</comment>
            <translation>刚刚</translation>
        </message>
        <message>
            <source>%1 s ago</source>
            <translation>%1 秒前</translation>
        </message>
        <message>
            <source>%1 min ago</source>
            <translation>%1 分钟前</translation>
        </message>
        <message>
            <source>%1 h ago</source>
            <translation>%1 小时前</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>sources and GPUs</comment>
            <translation>%1 · %2</translation>
        </message>
        <message numerus="yes">
            <source>%n source(s)</source>
            <translation>
                <numerusform>%n 个数据源</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n GPU(s)</source>
            <translation>
                <numerusform>%n 张 GPU</numerusform>
            </translation>
        </message>
        <message>
            <source>GPU utilization</source>
            <translation>GPU 利用率</translation>
        </message>
        <message>
            <source>Memory in use</source>
            <translation>已用显存</translation>
        </message>
        <message>
            <source>Power</source>
            <translation>功率</translation>
        </message>
        <message>
            <source>Temperature</source>
            <translation>温度</translation>
        </message>
        <message>
            <source>Requests running</source>
            <translation>运行中的请求</translation>
        </message>
        <message>
            <source>Requests waiting</source>
            <translation>排队中的请求</translation>
        </message>
        <message>
            <source>%1 by machine</source>
            <comment>a chart: quantity</comment>
            <translation>各机器的%1</translation>
        </message>
        <message>
            <source>%1 by engine, %2</source>
            <comment>a chart: quantity, machine</comment>
            <translation>各引擎的%1，%2</translation>
        </message>
        <message>
            <source>%1 by GPU, %2</source>
            <comment>a chart: quantity, machine</comment>
            <translation>各 GPU 的%1，%2</translation>
        </message>
        <message>
            <source>requests</source>
            <translation>请求</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>memory used, total</comment>
            <translation>%1 / %2</translation>
        </message>
        <message numerus="yes">
            <source>%1: %n line(s), now between %2 and %3.</source>
            <translation>
                <numerusform>%1：%n 条曲线，当前在 %2 与 %3 之间。</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 waiting</source>
            <comment>requests</comment>
            <translation>%1 排队中</translation>
        </message>
        <message>
            <source>%1 finished a second</source>
            <translation>每秒完成 %1</translation>
        </message>
        <message>
            <source>Fleet of %1 with %2; colours show: %3. The arrow keys move from GPU to GPU.</source>
            <translation>集群有 %1、%2；颜色表示：%3。方向键在 GPU 之间移动。</translation>
        </message>
        <message numerus="yes">
            <source>%n machine(s)</source>
            <translation>
                <numerusform>%n 台机器</numerusform>
            </translation>
        </message>
        <message>
            <source>%1, %2: %3 %4</source>
            <comment>machine, GPU, quantity, value</comment>
            <translation>%1，%2：%3 %4</translation>
        </message>
        <message>
            <source>GPU %1</source>
            <translation>GPU %1</translation>
        </message>
        <message>
            <source>%1, engine %2</source>
            <translation>%1，引擎 %2</translation>
        </message>
        <message>
            <source>Live</source>
            <translation>实时</translation>
        </message>
        <message>
            <source>Demo data</source>
            <translation>演示数据</translation>
        </message>
        <message>
            <source>These figures are made up by the built-in demo cluster. They come from no real machine.</source>
            <translation>这些数字由内置演示集群虚构，并非来自真实机器。</translation>
        </message>
        <message>
            <source>Sources</source>
            <translation>数据源</translation>
        </message>
        <message>
            <source>Address of a source</source>
            <translation>数据源地址</translation>
        </message>
        <message>
            <source>http://host:9400/metrics or prometheus+http://host:9090</source>
            <translation>http://host:9400/metrics 或 prometheus+http://host:9090</translation>
        </message>
        <message>
            <source>Add source</source>
            <translation>添加数据源</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Watch the demo cluster</source>
            <translation>查看演示集群</translation>
        </message>
        <message>
            <source>Stop the demo</source>
            <translation>停止演示</translation>
        </message>
        <message>
            <source>%1 is no longer watched.</source>
            <translation>不再监控 %1。</translation>
        </message>
        <message>
            <source>Nothing is watched yet</source>
            <translation>尚未监控任何数据源</translation>
        </message>
        <message>
            <source>no answer yet</source>
            <translation>尚无应答</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>数据源</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>What it is</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Last answer</source>
            <translation>最近应答</translation>
        </message>
        <message numerus="yes">
            <source>%n source(s) do not answer.</source>
            <translation>
                <numerusform>%n 个数据源没有应答。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n source(s) are late.</source>
            <translation>
                <numerusform>%n 个数据源延迟。</numerusform>
            </translation>
        </message>
        <message>
            <source>Show sources</source>
            <translation>显示数据源</translation>
        </message>
        <message>
            <source>Not published by this source.</source>
            <translation>此数据源未发布。</translation>
        </message>
        <message>
            <source>Waiting for the first answer.</source>
            <translation>等待首次应答。</translation>
        </message>
        <message>
            <source>No values in this stretch of time.</source>
            <translation>此时间段内没有数值。</translation>
        </message>
        <message numerus="yes">
            <source>and %n more; choose a machine to see its GPUs</source>
            <translation>
                <numerusform>另有 %n 条；选择一台机器可查看其 GPU</numerusform>
            </translation>
        </message>
        <message>
            <source>GPUs</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>Requests</source>
            <translation>请求</translation>
        </message>
        <message>
            <source>KV cache</source>
            <translation>KV 缓存</translation>
        </message>
        <message>
            <source>Output tokens</source>
            <translation>输出 token</translation>
        </message>
        <message>
            <source>running</source>
            <translation>运行中</translation>
        </message>
        <message numerus="yes">
            <source>on %n machine(s)</source>
            <translation>
                <numerusform>在 %n 台机器上</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>%1 of %2 GPUs publish it</source>
            <translation>%2 张 GPU 中有 %1 张发布</translation>
        </message>
        <message>
            <source>fullest engine %1</source>
            <translation>最满的引擎 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n engine(s)</source>
            <translation>
                <numerusform>%n 个引擎</numerusform>
            </translation>
        </message>
        <message>
            <source>limit %1</source>
            <translation>上限 %1</translation>
        </message>
        <message numerus="yes">
            <source>%n GPU(s) gone silent</source>
            <translation>
                <numerusform>%n 张 GPU 已无响应</numerusform>
            </translation>
        </message>
        <message>
            <source>Fleet</source>
            <translation>集群</translation>
        </message>
        <message>
            <source>No source publishes GPUs.</source>
            <translation>没有数据源发布 GPU。</translation>
        </message>
        <message>
            <source>XID %1</source>
            <translation>XID %1</translation>
        </message>
        <message>
            <source>%1; error XID %2 appeared</source>
            <translation>%1；出现错误 XID %2</translation>
        </message>
        <message>
            <source>All machines</source>
            <translation>全部机器</translation>
        </message>
        <message>
            <source>Machine</source>
            <translation>机器</translation>
        </message>
        <message>
            <source>GPU</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>型号</translation>
        </message>
        <message>
            <source>GPUs now</source>
            <translation>当前 GPU</translation>
        </message>
        <message>
            <source>Colour means</source>
            <translation>颜色含义</translation>
        </message>
        <message>
            <source>Stretch of time</source>
            <translation>时间段</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>Utilization</source>
            <translation>利用率</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>显存</translation>
        </message>
        <message>
            <source>%1; used by %2</source>
            <comment>a GPU's figures, pod and model</comment>
            <translation>%1；使用者：%2</translation>
        </message>
        <message>
            <source>Used by</source>
            <translation>使用者</translation>
        </message>
    </context>
    <context>
        <name>PlanSentences</name>
        <message>
            <source>%1× %2, %3</source>
            <comment>number of GPUs, GPU, number format</comment>
            <translation>%1× %2，%3</translation>
        </message>
        <message>
            <source>tensor parallel %1</source>
            <translation>张量并行 %1</translation>
        </message>
        <message>
            <source>pipeline parallel %1</source>
            <translation>流水线并行 %1</translation>
        </message>
        <message>
            <source>attention data parallel %1</source>
            <translation>注意力数据并行 %1</translation>
        </message>
        <message>
            <source>expert parallel %1</source>
            <translation>专家并行 %1</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between the parts of a layout</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>own hardware</source>
            <translation>自建</translation>
        </message>
        <message>
            <source>memory for the KV cache: more memory a GPU, shorter contexts or an fp8 cache would lift it</source>
            <translation>KV 缓存显存：更大的显存、更短的上下文或 fp8 缓存可缓解</translation>
        </message>
        <message>
            <source>memory for the weights: a smaller number format or more GPUs a replica would lift it</source>
            <translation>权重显存：更小的数值格式或每副本更多 GPU 可缓解</translation>
        </message>
        <message>
            <source>compute: faster GPUs, shorter prompts or prefix-cache hits would lift it</source>
            <translation>算力：更快的 GPU、更短的提示或前缀缓存命中可缓解</translation>
        </message>
        <message>
            <source>memory bandwidth: faster memory, a smaller number format or a relaxed token target would lift it</source>
            <translation>显存带宽：更快的显存、更小的数值格式或放宽 token 目标可缓解</translation>
        </message>
        <message>
            <source>communication between GPUs: fewer ranks or a faster interconnect would lift it</source>
            <translation>GPU 间通信：更少的并行数或更快的互联可缓解</translation>
        </message>
        <message>
            <source>waiting for the next free step: a relaxed first-token target or more replicas would lift it</source>
            <translation>等待下一个空闲步：放宽首 token 目标或增加副本可缓解</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>excluded by the scenario</source>
            <translation>被场景排除</translation>
        </message>
        <message>
            <source>the engine does not run %1 on %2</source>
            <translation>该引擎在 %2 上不运行 %1</translation>
        </message>
        <message>
            <source>no layout splits the model's attention heads evenly over the given GPUs</source>
            <translation>没有布局能把模型的注意力头均匀分到给定的 GPU 上</translation>
        </message>
        <message>
            <source>%1 weights are %2; %3× %4 hold %5</source>
            <translation>%1 权重为 %2；%3× %4 共 %5</translation>
        </message>
        <message>
            <source>%1. The smallest that fits has %2 of this GPU</source>
            <translation>%1。能容纳的最小布局需要 %2 张该 GPU</translation>
        </message>
        <message>
            <source>%1. No layout of up to 64 of this GPU fits</source>
            <translation>%1。不超过 64 张该 GPU 的布局都放不下</translation>
        </message>
        <message>
            <source>the weights fit, but one request of %1 tokens needs %2 of KV cache on each GPU and %3 are left</source>
            <translation>权重放得下，但一个 %1 token 的请求在每张 GPU 上需要 %2 的 KV 缓存，只剩 %3</translation>
        </message>
        <message>
            <source>%1 publishes no arithmetic rate for %2</source>
            <translation>%1 未公布 %2 的算力</translation>
        </message>
        <message>
            <source>no price in the chosen offers; a replica takes %1 of this GPU</source>
            <translation>所选报价中没有价格；一个副本需要 %1 张该 GPU</translation>
        </message>
        <message>
            <source>its servers draw up to %1; the limit is %2</source>
            <translation>其服务器功率最高 %1；上限为 %2</translation>
        </message>
        <message>
            <source>its power is not published, so the limit of %1 cannot be checked</source>
            <translation>其功率未公布，因此无法核对 %1 的上限</translation>
        </message>
        <message>
            <source>%1 holds at most %2 tokens of context; longer requests are refused.</source>
            <translation>%1 的上下文最多 %2 个 token；更长的请求会被拒绝。</translation>
        </message>
        <message>
            <source>%1 holds fewer bits than the checkpoint's own %2: check answer quality before buying.</source>
            <translation>%1 的位数少于检查点自身的 %2：购买前请检查回答质量。</translation>
        </message>
        <message>
            <source>%2 has no %1 arithmetic: weights are stored in it and computed in bf16.</source>
            <translation>%2 没有 %1 运算：权重以其存储，以 bf16 计算。</translation>
        </message>
        <message>
            <source>Few or no published measurements stand behind this combination on %1: the figures may be off by %2 %.</source>
            <translation>%1 上的这一组合几乎没有公开测量支持：数字可能偏差 %2 %。</translation>
        </message>
        <message>
            <source>Public sources disagree on %1.</source>
            <translation>公开来源对 %1 说法不一。</translation>
        </message>
        <message>
            <source>Prices in %1 are converted to %2 at %3 (as of %4).</source>
            <translation>%1 价格按 %3 换算为 %2（截至 %4）。</translation>
        </message>
        <message>
            <source>Own hardware is priced from published estimates, not from a quote.</source>
            <translation>自建硬件按公开估算定价，而非报价。</translation>
        </message>
        <message>
            <source>%1 GPUs are bought in whole instances and %2 are used.</source>
            <translation>按整实例购买 %1 张 GPU，使用 %2 张。</translation>
        </message>
        <message>
            <source>The fixed fleet carries %1 requests per second; %2 are asked for with headroom.</source>
            <translation>固定集群每秒承载 %1 个请求；含余量需要 %2 个。</translation>
        </message>
        <message>
            <source>%1× %2</source>
            <comment>number of GPUs, GPU</comment>
            <translation>%1× %2</translation>
        </message>
        <message>
            <source>%1 carry %2 at this peak.</source>
            <translation>%1 在此峰值下能承载 %2。</translation>
        </message>
        <message>
            <source>%1 hold %2, but carry at most %3 requests per second (%4), not the %5 asked for with headroom.</source>
            <translation>%1 放得下 %2，但每秒最多承载 %3 个请求（%4），而含余量需要 %5 个。</translation>
        </message>
        <message>
            <source>%1 cannot serve %2: %3 weights are %4 and bf16 weights %5, its GPUs hold %6.</source>
            <translation>%1 无法服务 %2：%3 权重为 %4，bf16 权重为 %5，其 GPU 共 %6。</translation>
        </message>
        <message>
            <source>The smallest that fits is %1× %2 (%3)</source>
            <translation>能容纳的最小规模是 %1× %2（%3）</translation>
        </message>
        <message>
            <source>, or one replica of the plan: %1× %2 (%3).</source>
            <translation>，或规划结果的一个副本：%1× %2（%3）。</translation>
        </message>
        <message>
            <source>What fits is one replica of the plan: %1× %2 (%3).</source>
            <translation>放得下的是规划结果的一个副本：%1× %2（%3）。</translation>
        </message>
        <message>
            <source>Its servers draw up to %1; the limit is %2.</source>
            <translation>其服务器功率最高 %1；上限为 %2。</translation>
        </message>
        <message>
            <source>It takes %1 GPUs; the fixed fleet has %2.</source>
            <translation>需要 %1 张 GPU；固定集群有 %2 张。</translation>
        </message>
        <message>
            <source>the demand takes %1 of this GPU; the limit is %2</source>
            <translation>需求需要 %1 块该 GPU，上限为 %2 块</translation>
        </message>
        <message>
            <source>%1 of the fleet's %2 GPUs are left over: they do not make up another replica of %3.</source>
            <translation>现有 %2 块 GPU 中有 %1 块剩余：不足以再组成一个 %3 块的副本。</translation>
        </message>
        <message>
            <source>Published evaluations of Llama 3.1 find no measurable loss in fp8 (%1).</source>
            <translation>已发表的 Llama 3.1 评测未发现 fp8 有可测的损失（%1）。</translation>
        </message>
        <message>
            <source>Published evaluations of Llama 3.1 find 1 to 3 % lower scores in int8 (%1).</source>
            <translation>已发表的 Llama 3.1 评测中 int8 得分低 1% 至 3%（%1）。</translation>
        </message>
        <message>
            <source>Published evaluations of Llama 3.1 find int4 weights close to 8 bits, but not without loss (%1).</source>
            <translation>已发表的 Llama 3.1 评测中 int4 权重接近 8 位，但并非无损（%1）。</translation>
        </message>
        <message>
            <source>Its maker reports scores within 1 % of fp8 for DeepSeek-R1-0528; other models need a check of their own (%1).</source>
            <translation>厂商称 DeepSeek-R1-0528 得分与 fp8 相差不到 1%；其他模型需自行验证（%1）。</translation>
        </message>
        <message>
            <source>The price of %1 %2 is of %3, %4 days ago: look it up again before buying.</source>
            <translation>%1 %2 的价格日期为 %3，已过 %4 天：购买前请重新查询。</translation>
        </message>
        <message>
            <source>a fleet that is there</source>
            <translation>已有的集群</translation>
        </message>
        <message>
            <source>Time to first token is %1 at %3; the target is %2.</source>
            <translation>%3 的首 token 时间为 %1；目标为 %2。</translation>
        </message>
        <message>
            <source>Time per output token is %1 at %3; the target is %2.</source>
            <translation>%3 的每输出 token 时间为 %1；目标为 %2。</translation>
        </message>
        <message>
            <source>A whole answer takes %1 at %3; the target is %2.</source>
            <translation>%3 的完整回答时间为 %1；目标为 %2。</translation>
        </message>
        <message>
            <source>What would do: %1.</source>
            <translation>可行的改动：%1。</translation>
        </message>
        <message>
            <source>Nobody sells %1 in the catalog's offers, and its price as own hardware is not known: costs are missing.</source>
            <translation>目录的报价中没有人出售 %1，自有硬件的价格也未知：缺少成本。</translation>
        </message>
        <message>
            <source>even idle it needs %1 to the first token at %3; the target is %2</source>
            <translation>即使空闲，%3 的首 token 也需要 %1；目标为 %2</translation>
        </message>
        <message>
            <source>even idle it needs %1 for a whole answer at %3; the target is %2</source>
            <translation>即使空闲，%3 的完整回答也需要 %1；目标为 %2</translation>
        </message>
        <message>
            <source>even idle it needs %1 for each output token at %3; the target is %2</source>
            <translation>即使空闲，%3 的每个输出 token 也需要 %1；目标为 %2</translation>
        </message>
    </context>
    <context>
        <name>PlanTexts</name>
        <message>
            <source>, </source>
            <comment>between words of a list</comment>
            <translation>、</translation>
        </message>
        <message>
            <source>%1 and %2</source>
            <comment>the last two of a list</comment>
            <translation>%1 和 %2</translation>
        </message>
        <message>
            <source>These inputs cannot be planned.</source>
            <translation>这些输入无法规划。</translation>
        </message>
        <message>
            <source>Nothing meets every requirement.</source>
            <translation>没有方案满足全部要求。</translation>
        </message>
        <message>
            <source>%1: %2.</source>
            <comment>GPU: why it is left out</comment>
            <translation>%1:%2。</translation>
        </message>
        <message numerus="yes">
            <source>Of %n GPU types and formats, %1.</source>
            <translation>
                <numerusform>在 %n 种 GPU 类型与格式中，%1。</numerusform>
            </translation>
        </message>
        <message>
            <source>Show the reasons</source>
            <translation>显示原因</translation>
        </message>
        <message>
            <source>The closest is shown, %1: %2.</source>
            <translation>显示最接近的方案，%1：%2。</translation>
        </message>
        <message>
            <source>The given fleet is too small.</source>
            <translation>给定的集群太小。</translation>
        </message>
        <message>
            <source>This is the best it can do: %1.</source>
            <translation>这是它能做到的最好结果：%1。</translation>
        </message>
        <message>
            <source>%1 fits and carries %2 of the %3 asked for</source>
            <translation>%1 放得下，能承载所要求 %3 中的 %2</translation>
        </message>
        <message>
            <source>%1 would do:</source>
            <translation>%1 可以胜任：</translation>
        </message>
        <message>
            <source>%1 cannot serve this model:</source>
            <translation>%1 无法服务此模型：</translation>
        </message>
        <message>
            <source>%1 are too few:</source>
            <translation>%1 太少：</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>number formats, size of the weights</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>%1 in %2</source>
            <comment>GPUs, number formats</comment>
            <translation>%1 张（%2）</translation>
        </message>
        <message numerus="yes">
            <source>its weights are %1; %n GPUs hold %2, and the engine needs a part of that.</source>
            <translation>
                <numerusform>其权重为 %1；%n 张 GPU 共 %2，引擎还需占用一部分。</numerusform>
            </translation>
        </message>
        <message>
            <source>It takes at least %1.</source>
            <translation>至少需要 %1。</translation>
        </message>
        <message>
            <source>What does: %1.</source>
            <translation>可行的方案：%1。</translation>
        </message>
        <message>
            <source>Show the arithmetic</source>
            <translation>显示计算过程</translation>
        </message>
        <message>
            <source>%1 does not run %2 on it.</source>
            <translation>%1 不在其上运行 %2。</translation>
        </message>
        <message>
            <source>Please note:</source>
            <translation>请注意：</translation>
        </message>
        <message>
            <source>median</source>
            <translation>中位数</translation>
        </message>
        <message>
            <source>target %1</source>
            <translation>目标 %1</translation>
        </message>
        <message>
            <source>your peak %1</source>
            <translation>当前峰值 %1</translation>
        </message>
        <message>
            <source>capacity %1</source>
            <translation>承载能力 %1</translation>
        </message>
        <message>
            <source>a replica</source>
            <translation>一个副本</translation>
        </message>
        <message>
            <source>at your peak</source>
            <translation>在当前峰值</translation>
        </message>
        <message>
            <source>latency target</source>
            <translation>时延目标</translation>
        </message>
        <message>
            <source>At your peak a replica decodes %1 sequences at once and gives %2; its KV cache would take %3 sequences.</source>
            <translation>在峰值下一个副本同时解码 %1 个序列，产出 %2；其 KV 缓存可容纳 %3 个序列。</translation>
        </message>
        <message>
            <source>this layout</source>
            <translation>此布局</translation>
        </message>
        <message>
            <source>your peak</source>
            <translation>当前峰值</translation>
        </message>
        <message>
            <source>%1 a month at your peak of %2, %3 at twice the demand.</source>
            <translation>在 %2 的峰值下每月 %1，需求翻倍时为 %3。</translation>
        </message>
        <message>
            <source>demand</source>
            <translation>需求</translation>
        </message>
        <message>
            <source>capacity that runs</source>
            <translation>运行的容量</translation>
        </message>
        <message>
            <source>%1 replicas all day</source>
            <translation>全天 %1 个副本</translation>
        </message>
        <message>
            <source>%1 to %2 replicas</source>
            <translation>%1 至 %2 个副本</translation>
        </message>
        <message>
            <source>On a working day demand rises to %1; %2 to %3 replicas run.</source>
            <translation>工作日需求升至 %1；运行 %2 至 %3 个副本。</translation>
        </message>
        <message>
            <source>%1 of %2: room for %3 a replica</source>
            <translation>%1 %2：每个副本可容纳 %3</translation>
        </message>
        <message>
            <source>weights</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>KV cache</source>
            <translation>KV 缓存</translation>
        </message>
        <message>
            <source>activations</source>
            <translation>激活</translation>
        </message>
        <message>
            <source>free</source>
            <translation>空闲</translation>
        </message>
        <message>
            <source>%1× %2 · %3</source>
            <comment>GPUs, type, number format</comment>
            <translation>%1× %2 · %3</translation>
        </message>
        <message>
            <source>requests per second</source>
            <translation>每秒请求数</translation>
        </message>
        <message>
            <source>time to first token</source>
            <translation>首 token 时延</translation>
        </message>
        <message>
            <source>Monthly cost of what would also do</source>
            <translation>备选方案的每月成本</translation>
        </message>
        <message>
            <source>Memory of one GPU</source>
            <translation>单张 GPU 的显存</translation>
        </message>
        <message>
            <source>Throughput against batch</source>
            <translation>吞吐量与批大小</translation>
        </message>
        <message>
            <source>output tokens per second · sequences at once</source>
            <translation>每秒输出 token · 同时序列数</translation>
        </message>
        <message>
            <source>sequences of a replica</source>
            <translation>单个副本的序列数</translation>
        </message>
        <message>
            <source>output tokens per second</source>
            <translation>每秒输出 token</translation>
        </message>
        <message>
            <source>Cost against demand</source>
            <translation>成本与需求</translation>
        </message>
        <message>
            <source>a month · peak requests per second</source>
            <translation>每月 · 峰值每秒请求数</translation>
        </message>
        <message>
            <source>peak requests per second</source>
            <translation>峰值每秒请求数</translation>
        </message>
        <message>
            <source>monthly cost</source>
            <translation>每月成本</translation>
        </message>
        <message>
            <source>A working day</source>
            <translation>一个工作日</translation>
        </message>
        <message>
            <source>requests per second · hour</source>
            <translation>每秒请求数 · 小时</translation>
        </message>
        <message>
            <source>hour</source>
            <translation>小时</translation>
        </message>
        <message>
            <source>What is left out, and why</source>
            <translation>排除项及原因</translation>
        </message>
        <message>
            <source>measured, ±%1</source>
            <translation>实测，±%1</translation>
        </message>
        <message>
            <source>calibrated, ±%1</source>
            <translation>已校准，±%1</translation>
        </message>
        <message>
            <source>estimated, ±%1</source>
            <translation>估算，±%1</translation>
        </message>
        <message numerus="yes">
            <source>%n replicas × %1</source>
            <comment>replicas, GPUs of one</comment>
            <translation>
                <numerusform>%n 个副本 × %1</numerusform>
            </translation>
        </message>
        <message>
            <source>△ %1 bought, %2 spare</source>
            <translation>△ 购买 %1，闲置 %2</translation>
        </message>
        <message>
            <source>%1–%2 at %3</source>
            <comment>range of GPUs at a confidence</comment>
            <translation>%3 置信度下 %1–%2</translation>
        </message>
        <message>
            <source>%1 by last edit</source>
            <translation>上次修改变化 %1</translation>
        </message>
        <message>
            <source>%1 if always on</source>
            <translation>全天运行为 %1</translation>
        </message>
        <message>
            <source>%1, undated</source>
            <translation>%1，日期不明</translation>
        </message>
        <message>
            <source>then %1 a token</source>
            <translation>之后每 token %1</translation>
        </message>
        <message>
            <source>without demand there is none to state</source>
            <translation>没有需求就无从谈起</translation>
        </message>
        <message>
            <source>%1, peak %2</source>
            <comment>capacity, and the peak it is for</comment>
            <translation>%1，峰值 %2</translation>
        </message>
        <message>
            <source>asked for %1</source>
            <translation>要求 %1</translation>
        </message>
        <message numerus="yes">
            <source>with %n replicas lost</source>
            <translation>
                <numerusform>失去 %n 个副本时</numerusform>
            </translation>
        </message>
        <message>
            <source>limit: %1</source>
            <translation>瓶颈：%1</translation>
        </message>
        <message>
            <source>without demand there are no tokens</source>
            <translation>没有需求就没有 token</translation>
        </message>
        <message>
            <source>%1 utilization</source>
            <translation>利用率 %1</translation>
        </message>
        <message>
            <source>%1 at peak</source>
            <comment>power of the servers</comment>
            <translation>峰值 %1</translation>
        </message>
        <message>
            <source>no plan</source>
            <translation>无规划结果</translation>
        </message>
        <message>
            <source>inputs refused</source>
            <translation>输入被拒绝</translation>
        </message>
        <message>
            <source>native here: %1.</source>
            <comment>number format</comment>
            <translation>此处原生格式：%1。</translation>
        </message>
        <message>
            <source>Weights in %1, computed in bf16.</source>
            <translation>权重为 %1，以 bf16 计算。</translation>
        </message>
        <message>
            <source>First token</source>
            <translation>首 token</translation>
        </message>
        <message>
            <source>Per 1M tokens</source>
            <comment>cost of a million output tokens</comment>
            <translation>每百万 token</translation>
        </message>
        <message>
            <source>none</source>
            <comment>replicas that may fail</comment>
            <translation>无</translation>
        </message>
        <message>
            <source>one</source>
            <comment>replicas that may fail</comment>
            <translation>一个</translation>
        </message>
        <message>
            <source>two</source>
            <comment>replicas that may fail</comment>
            <translation>两个</translation>
        </message>
        <message>
            <source>Takes numbers above %1, up to %2.</source>
            <translation>可接受大于 %1、不超过 %2 的数。</translation>
        </message>
        <message>
            <source>Takes %1 to %2.</source>
            <translation>可接受 %1 至 %2。</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>规划</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>为什么？</translation>
        </message>
        <message>
            <source>Why %1: how the figure follows</source>
            <translation>为什么是 %1：推导过程</translation>
        </message>
        <message>
            <source>planning …</source>
            <translation>规划中…</translation>
        </message>
        <message>
            <source>Step %1 of %2</source>
            <translation>第 %1 步，共 %2 步</translation>
        </message>
        <message>
            <source>The answer on the right moves with every step.</source>
            <translation>右侧的结果随每一步变化。</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <source>Skip the guide</source>
            <translation>跳过引导</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Guide me again</source>
            <translation>重新引导</translation>
        </message>
        <message>
            <source>tied</source>
            <comment>the peak follows from the users</comment>
            <translation>联动</translation>
        </message>
        <message>
            <source>%1; drag to override</source>
            <comment>formula of the peak</comment>
            <translation>%1；拖动即可改写</translation>
        </message>
        <message>
            <source>Follow the users again</source>
            <translation>恢复由用户数得出</translation>
        </message>
        <message>
            <source>set by hand</source>
            <translation>手动设定</translation>
        </message>
        <message>
            <source>More about demand</source>
            <translation>更多需求设置</translation>
        </message>
        <message>
            <source>More about hardware</source>
            <translation>更多硬件设置</translation>
        </message>
        <message>
            <source>Given fleet or layout</source>
            <translation>给定集群或布局</translation>
        </message>
        <message>
            <source>Leave a value out and the plan searches for it.</source>
            <translation>留空的项由规划搜索。</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>移除 %1</translation>
        </message>
        <message>
            <source>Number of GPUs</source>
            <translation>GPU 数量</translation>
        </message>
        <message>
            <source>Takes 1 to 100,000 GPUs of one type.</source>
            <translation>可接受 1 至 100,000 张同类 GPU。</translation>
        </message>
        <message>
            <source>GPU</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <source>Why it is left out</source>
            <translation>排除原因</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>全部显示</translation>
        </message>
        <message>
            <source>Nothing to draw without a plan.</source>
            <translation>没有规划结果，无图可画。</translation>
        </message>
        <message>
            <source>simulated</source>
            <translation>仿真</translation>
        </message>
        <message>
            <source>Cost against latency of every option</source>
            <translation>各方案的费用与延迟</translation>
        </message>
        <message>
            <source>not beaten in everything at once</source>
            <translation>未被其他方案全面超越</translation>
        </message>
        <message>
            <source>beaten by another</source>
            <translation>被其他方案全面超越</translation>
        </message>
        <message>
            <source>What moves the cost most</source>
            <translation>哪些因素最影响费用</translation>
        </message>
        <message>
            <source>a month · closed form</source>
            <translation>每月 · 解析估算</translation>
        </message>
        <message>
            <source>You are looking at another option: %1.</source>
            <translation>当前显示另一方案：%1。</translation>
        </message>
        <message>
            <source>The recommended one is %1 at %2 a month.</source>
            <translation>推荐方案为 %1，每月 %2。</translation>
        </message>
        <message>
            <source>Back to it</source>
            <translation>返回推荐方案</translation>
        </message>
        <message>
            <source>input lower</source>
            <translation>输入降低</translation>
        </message>
        <message>
            <source>input higher</source>
            <translation>输入升高</translation>
        </message>
        <message>
            <source>%1 options, %2 of them not beaten in cost, latency, headroom and power at once.</source>
            <translation>共 %1 个方案，其中 %2 个在费用、延迟、余量和功率上未被全面超越。</translation>
        </message>
        <message numerus="yes">
            <source>%n dearer options are not drawn.</source>
            <translation>
                <numerusform>另有 %n 个更贵的方案未画出。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 a month, %n GPUs</source>
            <translation>
                <numerusform>每月 %1，%n 块 GPU</numerusform>
            </translation>
        </message>
        <message>
            <source>no plan meets that</source>
            <translation>没有方案满足</translation>
        </message>
        <message>
            <source>being worked out …</source>
            <translation>计算中…</translation>
        </message>
        <message>
            <source>Prices</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>%1 moves the cost most: %2 gives %3, %4 gives %5.</source>
            <translation>%1对费用影响最大：%2 时%3，%4 时%5。</translation>
        </message>
        <message>
            <source>More about money</source>
            <translation>更多费用选项</translation>
        </message>
        <message>
            <source>Own hardware</source>
            <translation>自建硬件</translation>
        </message>
        <message>
            <source>Growth</source>
            <translation>增长</translation>
        </message>
        <message>
            <source>What would do: %1.</source>
            <translation>可行的改动：%1。</translation>
        </message>
        <message>
            <source>closed form</source>
            <translation>闭式估算</translation>
        </message>
        <message>
            <source>%1 at %2 is %3 at your peak of %4; the target is %5, and every target holds up to %6.</source>
            <translation>在您的峰值 %4 下，%1的 %2 为 %3；目标为 %5，所有目标在 %6 以内都能满足。</translation>
        </message>
        <message>
            <source>Time to first token</source>
            <translation>首 token 时间</translation>
        </message>
        <message>
            <source>Next token</source>
            <translation>后续 token</translation>
        </message>
        <message>
            <source>Time per further token</source>
            <translation>后续每 token 时间</translation>
        </message>
        <message>
            <source>Whole answer</source>
            <translation>完整回答</translation>
        </message>
        <message>
            <source>Latency of a whole answer</source>
            <translation>完整回答时延</translation>
        </message>
        <message>
            <source>%1: %2 a month, first token %3 at %6, headroom %4, from %5</source>
            <translation>%1：每月 %2，首 token %3（%6），余量 %4，来自 %5</translation>
        </message>
        <message>
            <source>first token · a month</source>
            <translation>首 token · 每月</translation>
        </message>
        <message>
            <source>no price: nobody sells this GPU in the chosen offers</source>
            <translation>无价格：所选报价中没有人出售这种 GPU</translation>
        </message>
        <message>
            <source>whole answer %1</source>
            <comment>latency</comment>
            <translation>完整回答 %1</translation>
        </message>
        <message>
            <source>%1: no price, first token within %2 for %3 of 100 requests, headroom %4.</source>
            <translation>%1：无价格，100 个请求中 %3 个的首 token 不超过 %2，余量 %4。</translation>
        </message>
        <message>
            <source>%1: %2 a month, first token within %3 for %4 of 100 requests, headroom %5.</source>
            <translation>%1：每月 %2，100 个请求中 %4 个的首 token 不超过 %3，余量 %5。</translation>
        </message>
        <message>
            <source>no price</source>
            <translation>无价格</translation>
        </message>
        <message>
            <source>%1: %2 a month, first token %3 and each further token %4 at %7, headroom %5, %6 on average</source>
            <translation>%1：每月 %2，首 token %3、后续每个 token %4（%7），余量 %5，平均 %6</translation>
        </message>
        <message>
            <source>Latency</source>
            <comment>of requests, title of a chart</comment>
            <translation>延迟</translation>
        </message>
        <message>
            <source>limit: whole answer</source>
            <translation>瓶颈：完整回答</translation>
        </message>
        <message>
            <source>Nothing to draw without a price.</source>
            <translation>没有价格，无图可画。</translation>
        </message>
    </context>
    <context>
        <name>PriceTexts</name>
        <message>
            <source>Import prices …</source>
            <translation>导入价格…</translation>
        </message>
        <message>
            <source>Reads a price list: SkyPilot catalog, AWS, Azure, Google, Alibaba, or a CSV of your own. Dropping the file on this page does the same.</source>
            <translation>读取价目表：SkyPilot 目录、AWS、Azure、Google、阿里云，或自己填写的 CSV。把文件拖到本页效果相同。</translation>
        </message>
        <message>
            <source>Choose a price list</source>
            <translation>选择价目表</translation>
        </message>
        <message>
            <source>Price lists (*.csv *.json *.yml *.yaml)</source>
            <translation>价目表 (*.csv *.json *.yml *.yaml)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <source>Reading %1 …</source>
            <translation>正在读取 %1…</translation>
        </message>
        <message>
            <source>What %1 would change</source>
            <translation>%1 会带来的变化</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message numerus="yes">
            <source>Also import %n doubtful price(s); they are used only where their provider is named</source>
            <translation>
                <numerusform>同时导入 %n 个存疑价格；仅在指明其云厂商时使用</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo import</source>
            <translation>撤销导入</translation>
        </message>
        <message>
            <source>Takes back the prices of %1.</source>
            <translation>收回 %1 的价格。</translation>
        </message>
        <message numerus="yes">
            <source>%n price(s) of %1 were imported.</source>
            <translation>
                <numerusform>已从 %1 导入 %n 个价格。</numerusform>
            </translation>
        </message>
        <message>
            <source>The prices of %1 are taken back.</source>
            <translation>%1 的价格已收回。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>云厂商</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>重新读取</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>变更</translation>
        </message>
        <message>
            <source>Confirmed</source>
            <translation>确认</translation>
        </message>
        <message>
            <source>Doubtful</source>
            <translation>存疑</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>%1 rows read: %2 prices are new, %3 changed, %4 confirmed under a newer date, %5 known already.</source>
            <translation>已读取 %1 行：新增价格 %2 个，变更 %3 个，以较新日期确认 %4 个，已知 %5 个。</translation>
        </message>
        <message>
            <source>%1 are doubtful and held back.</source>
            <translation>%1 个存疑，暂不导入。</translation>
        </message>
        <message>
            <source>The list states no day: the file&apos;s own date is taken.</source>
            <translation>价目表没有注明日期：采用文件自身的日期。</translation>
        </message>
        <message>
            <source>Newest date: %1.</source>
            <translation>最新日期：%1。</translation>
        </message>
        <message>
            <source>%1 is no price list that Headroom knows, or it is damaged (line %2). Nothing was imported.</source>
            <translation>%1 不是 Headroom 认识的价目表，或已损坏（第 %2 行）。未导入任何内容。</translation>
        </message>
        <message>
            <source>%1 is no price list that Headroom knows. Nothing was imported.</source>
            <translation>%1 不是 Headroom 认识的价目表。未导入任何内容。</translation>
        </message>
        <message>
            <source>%1 does not say whose prices it holds. Name the provider and read it again.</source>
            <translation>%1 没有说明是谁的价格。请填写云厂商后重新读取。</translation>
        </message>
        <message>
            <source>%1 lacks something that prices need: provider, currency or a date. Nothing was imported.</source>
            <translation>%1 缺少价格所需的内容：云厂商、币种或日期。未导入任何内容。</translation>
        </message>
        <message>
            <source>%1 is larger than any price list. Nothing was imported.</source>
            <translation>%1 比任何价目表都大。未导入任何内容。</translation>
        </message>
        <message>
            <source>%1 cannot be read.</source>
            <translation>无法读取 %1。</translation>
        </message>
        <message>
            <source>The import was cancelled. Nothing was imported.</source>
            <translation>导入已取消。未导入任何内容。</translation>
        </message>
        <message>
            <source>%1 could not be imported. Nothing was imported.</source>
            <translation>无法导入 %1。未导入任何内容。</translation>
        </message>
        <message>
            <source>What</source>
            <comment>new, changed, doubtful or skipped</comment>
            <translation>类别</translation>
        </message>
        <message>
            <source>Offer</source>
            <translation>报价</translation>
        </message>
        <message>
            <source>For</source>
            <comment>on demand, spot, one year, three years</comment>
            <translation>方式</translation>
        </message>
        <message>
            <source>Until now</source>
            <translation>此前</translation>
        </message>
        <message>
            <source>In the file</source>
            <translation>文件中</translation>
        </message>
        <message>
            <source>Remark</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>spot</source>
            <translation>竞价</translation>
        </message>
        <message>
            <source>1 year</source>
            <translation>1 年</translation>
        </message>
        <message>
            <source>3 years</source>
            <translation>3 年</translation>
        </message>
        <message>
            <source>on demand</source>
            <translation>按需</translation>
        </message>
        <message>
            <source>row %1 and %2 more</source>
            <translation>第 %1 行及另外 %2 行</translation>
        </message>
        <message>
            <source>row %1</source>
            <translation>第 %1 行</translation>
        </message>
        <message>
            <source>On demand is below spot: it looks like a committed rate.</source>
            <translation>按需低于竞价：看起来是承诺使用价。</translation>
        </message>
        <message>
            <source>Spot equals on demand: there is no spot market, that price is left out.</source>
            <translation>竞价等于按需：没有竞价市场，该价格不采用。</translation>
        </message>
        <message>
            <source>A price of 0 is taken as missing.</source>
            <translation>价格 0 视为缺失。</translation>
        </message>
        <message>
            <source>More than twice off the same instance in other regions.</source>
            <translation>与其他地域的同一实例相差一倍以上。</translation>
        </message>
        <message>
            <source>Prices of %1 are over 90 days old.</source>
            <translation>%1 的价格已超过 90 天。</translation>
        </message>
        <message>
            <source>Dated %1, which has not come.</source>
            <translation>日期为 %1，尚未到来。</translation>
        </message>
        <message>
            <source>The file has two prices for it.</source>
            <translation>文件中有两个不同价格。</translation>
        </message>
        <message>
            <source>More than twice off the price that is known.</source>
            <translation>与已知价格相差一倍以上。</translation>
        </message>
        <message>
            <source>Older than the price that is known.</source>
            <translation>比已知价格更旧。</translation>
        </message>
        <message>
            <source>No GPU in it.</source>
            <translation>其中没有 GPU。</translation>
        </message>
        <message>
            <source>The catalog does not hold this accelerator: %1</source>
            <translation>目录中没有这种加速卡：%1</translation>
        </message>
        <message>
            <source>Less than a whole GPU.</source>
            <translation>不足一整块 GPU。</translation>
        </message>
        <message>
            <source>No price that can be used.</source>
            <translation>没有可用的价格。</translation>
        </message>
        <message>
            <source>Not priced per hour.</source>
            <translation>不是按小时计价。</translation>
        </message>
        <message>
            <source>Another product: other operating system, tenancy or service.</source>
            <translation>其他产品：操作系统、租用方式或服务不同。</translation>
        </message>
        <message>
            <source>Says what an earlier row says.</source>
            <translation>与前面的行重复。</translation>
        </message>
        <message>
            <source>A currency other than USD, CNY and EUR: %1</source>
            <translation>USD、CNY、EUR 之外的币种：%1</translation>
        </message>
        <message>
            <source>Cannot be read: cells are missing, or a number, a date or a name is none.</source>
            <translation>无法读取：缺少单元格，或数字、日期、名称无效。</translation>
        </message>
        <message>
            <source>Host or accelerators are missing in the file.</source>
            <translation>文件中缺少主机或加速卡。</translation>
        </message>
        <message>
            <source>The file is one page of a longer list: join all pages in one list, or import them one after the other.</source>
            <translation>该文件只是长列表中的一页：请将所有页合并为一个列表，或逐页导入。</translation>
        </message>
    </context>
    <context>
        <name>ProposalBuilder</name>
        <message>
            <source>%1× %2 (%3)</source>
            <comment>count, instance, where</comment>
            <translation>%1× %2（%3）</translation>
        </message>
        <message>
            <source>for %1</source>
            <translation>致 %1</translation>
        </message>
        <message>
            <source>by %1</source>
            <comment>author</comment>
            <translation>作者 %1</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>摘要</translation>
        </message>
        <message>
            <source>No layout in the catalog meets the requirements for %1, and none comes close enough to be shown. The reasons stand below.</source>
            <translation>目录中没有布局满足 %1 的要求，也没有足够接近而值得展示的。原因见下文。</translation>
        </message>
        <message>
            <source>To serve %1 at a peak of %2 requests per second we recommend %3 on %4, at %5 a month.</source>
            <translation>要在每秒 %2 个请求的峰值下服务 %1，我们推荐 %3，部署于 %4，每月 %5。</translation>
        </message>
        <message>
            <source>The fixed fleet cannot carry the peak of %2 requests per second for %1. The most it carries is %3 requests per second, with %4.</source>
            <translation>固定集群无法为 %1 承载每秒 %2 个请求的峰值。它最多承载每秒 %3 个请求，采用 %4。</translation>
        </message>
        <message>
            <source>Nothing meets every requirement for %1 at a peak of %2 requests per second. The closest is %3 at %4 a month.</source>
            <translation>在每秒 %2 个请求的峰值下，没有方案满足 %1 的全部要求。最接近的是 %3，每月 %4。</translation>
        </message>
        <message>
            <source>GPUs</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>Monthly cost</source>
            <translation>每月成本</translation>
        </message>
        <message>
            <source>always on %1</source>
            <translation>全天运行 %1</translation>
        </message>
        <message>
            <source>target %1</source>
            <translation>目标 %1</translation>
        </message>
        <message>
            <source>Headroom</source>
            <translation>余量</translation>
        </message>
        <message>
            <source>%1/s for a peak of %2/s</source>
            <translation>%1/s，峰值 %2/s</translation>
        </message>
        <message>
            <source>Per million output tokens</source>
            <translation>每百万输出 token</translation>
        </message>
        <message>
            <source>at %1 mean utilization</source>
            <translation>平均利用率 %1</translation>
        </message>
        <message>
            <source>Demand</source>
            <translation>需求</translation>
        </message>
        <message>
            <source>The peak of %1 requests per second was given directly.</source>
            <translation>每秒 %1 个请求的峰值为直接给定。</translation>
        </message>
        <message>
            <source>%1 people × %2 active × %3 requests an hour ÷ 3,600 × peak factor %4 = %5 requests per second at the peak.</source>
            <translation>%1 人 × 活跃 %2 × 每小时 %3 个请求 ÷ 3,600 × 峰值系数 %4 = 峰值每秒 %5 个请求。</translation>
        </message>
        <message>
            <source>A mean request has %1 input and %2 output tokens; the longest may hold %3. Over the week the demand averages %4 requests per second.</source>
            <translation>平均请求有 %1 个输入 token 和 %2 个输出 token；最长可容纳 %3 个。一周平均需求为每秒 %4 个请求。</translation>
        </message>
        <message>
            <source>Recommendation</source>
            <translation>推荐方案</translation>
        </message>
        <message>
            <source>Closest option</source>
            <translation>最接近的方案</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>%1, %2 parameters (%3 active)</source>
            <translation>%1，%2 参数（激活 %3）</translation>
        </message>
        <message>
            <source>Hardware</source>
            <translation>硬件</translation>
        </message>
        <message>
            <source>%1× %2 in %3 replicas of %4 GPUs</source>
            <translation>%1× %2，共 %3 个副本，每个 %4 张 GPU</translation>
        </message>
        <message>
            <source>Layout of a replica</source>
            <translation>单个副本的布局</translation>
        </message>
        <message>
            <source>Number format</source>
            <translation>数值格式</translation>
        </message>
        <message>
            <source>%1, weights only</source>
            <translation>%1，仅权重</translation>
        </message>
        <message>
            <source>Engine</source>
            <translation>引擎</translation>
        </message>
        <message>
            <source>Instances</source>
            <translation>实例</translation>
        </message>
        <message>
            <source>Capacity</source>
            <translation>承载能力</translation>
        </message>
        <message>
            <source>%1 requests per second; %2 with the redundancy lost</source>
            <translation>每秒 %1 个请求；失去冗余副本时为 %2 个</translation>
        </message>
        <message>
            <source>Time to first token</source>
            <translation>首 token 时延</translation>
        </message>
        <message>
            <source>Time per output token</source>
            <translation>每 token 时延</translation>
        </message>
        <message>
            <source>Memory of one GPU</source>
            <translation>单张 GPU 的显存</translation>
        </message>
        <message>
            <source>%1 weights, %2 KV cache, %3 reserve, %4 free of %5</source>
            <translation>权重 %1，KV 缓存 %2，保留 %3，空闲 %4，共 %5</translation>
        </message>
        <message>
            <source>Bound by</source>
            <translation>瓶颈</translation>
        </message>
        <message>
            <source>Power of the servers</source>
            <translation>服务器功率</translation>
        </message>
        <message>
            <source>%1 at most, %2 on average</source>
            <translation>最高 %1，平均 %2</translation>
        </message>
        <message>
            <source>Certainty</source>
            <translation>可信度</translation>
        </message>
        <message>
            <source>estimated; %1 to %2 GPUs at %3</source>
            <translation>估算；%3 置信度下 %1 至 %2 张 GPU</translation>
        </message>
        <message>
            <source>measured; %1 to %2 GPUs at %3</source>
            <translation>实测；%3 置信度下 %1 至 %2 张 GPU</translation>
        </message>
        <message>
            <source>calibrated on published measurements; %1 to %2 GPUs at %3</source>
            <translation>按公开测量校准；%3 置信度下 %1 至 %2 张 GPU</translation>
        </message>
        <message>
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Cost of a month</source>
            <translation>每月成本</translation>
        </message>
        <message>
            <source>Mean utilization over the week: %1. GPUs bought: %2, of which %3 are used.</source>
            <translation>一周平均利用率：%1。购买 GPU：%2 张，使用 %3 张。</translation>
        </message>
        <message>
            <source>Alternatives</source>
            <translation>备选方案</translation>
        </message>
        <message>
            <source>Option</source>
            <translation>方案</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>money and percent</comment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>own hardware</source>
            <translation>自建</translation>
        </message>
        <message>
            <source>Fleets that were proposed</source>
            <translation>被提议的集群</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>Memory of the fleet</source>
            <translation>集群显存</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>结论</translation>
        </message>
        <message>
            <source>Fewest that hold it</source>
            <translation>至少需要</translation>
        </message>
        <message>
            <source>not run by the engine on this GPU</source>
            <translation>该引擎不在此 GPU 上运行</translation>
        </message>
        <message>
            <source>does not fit</source>
            <translation>放不下</translation>
        </message>
        <message>
            <source>fits, carries %1 requests per second</source>
            <translation>放得下，每秒承载 %1 个请求</translation>
        </message>
        <message>
            <source>Charts</source>
            <translation>图表</translation>
        </message>
        <message>
            <source>Time to first token against load</source>
            <translation>首 token 时延与负载</translation>
        </message>
        <message>
            <source>requests per second</source>
            <translation>每秒请求数</translation>
        </message>
        <message>
            <source>seconds</source>
            <translation>秒</translation>
        </message>
        <message>
            <source>peak %1/s</source>
            <translation>峰值 %1/s</translation>
        </message>
        <message>
            <source>Monthly cost of the options</source>
            <translation>各方案的每月成本</translation>
        </message>
        <message>
            <source>Memory of one GPU: %1</source>
            <translation>单张 GPU 的显存：%1</translation>
        </message>
        <message>
            <source>weights</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>KV cache</source>
            <translation>KV 缓存</translation>
        </message>
        <message>
            <source>reserve</source>
            <translation>保留</translation>
        </message>
        <message>
            <source>free</source>
            <translation>空闲</translation>
        </message>
        <message>
            <source>Monthly cost against peak demand</source>
            <translation>每月成本与峰值需求</translation>
        </message>
        <message>
            <source>requests per second at the peak</source>
            <translation>峰值每秒请求数</translation>
        </message>
        <message>
            <source>cost of a month</source>
            <translation>每月成本</translation>
        </message>
        <message>
            <source>How the figures follow</source>
            <translation>数字的推导</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>数字</translation>
        </message>
        <message>
            <source>Follows from</source>
            <translation>由此得出</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>数值</translation>
        </message>
        <message>
            <source>Assumptions and sources</source>
            <translation>假设与来源</translation>
        </message>
        <message>
            <source>A month has 730 hours. Prices are list prices without taxes; capacity follows the demand hour by hour.</source>
            <translation>一个月为 730 小时。价格为不含税的标价；容量逐小时跟随需求。</translation>
        </message>
        <message>
            <source>Latency and capacity are closed-form estimates from datasheets and measured efficiencies, not a promise; measure before you buy.</source>
            <translation>时延与承载能力是由规格书与实测效率得出的闭式估算，并非承诺；购买前请实测。</translation>
        </message>
        <message>
            <source>Latency and capacity are simulated request by request, with the time of a step from datasheets and measured efficiencies; no promise: measure before you buy.</source>
            <translation>时延与承载能力由逐请求仿真得出，单步时间取自规格书与实测效率；并非承诺，购买前请实测。</translation>
        </message>
        <message>
            <source>Fact</source>
            <translation>事实</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Price of %1</source>
            <translation>%1 的价格</translation>
        </message>
        <message>
            <source>Left out, and why</source>
            <translation>排除项及原因</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>GPU, format</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>No price in the chosen offers: %1</source>
            <translation>所选报价中没有价格：%1</translation>
        </message>
        <message>
            <source>%1, %2: %3</source>
            <comment>GPU, format, reason</comment>
            <translation>%1，%2：%3</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Amount a month</source>
            <translation>每月金额</translation>
        </message>
        <message>
            <source>Whole bill of a month</source>
            <translation>整月账单</translation>
        </message>
        <message>
            <source>Price of one %1 and hour as of %2; a month has 730 hours. Instances are rented whole, and each is paid for %3 minutes before it serves.</source>
            <translation>一台 %1 每小时的价格，截至 %2；每月按 730 小时计。实例整台租用，每台在提供服务前需付费 %3 分钟。</translation>
        </message>
        <message>
            <source>A dash is a price that no source states: it counts nothing here and will stand on the provider's bill.</source>
            <translation>短横线表示没有来源给出价格：此处不计，但会出现在供应商的账单上。</translation>
        </message>
        <message>
            <source>Round the clock the instances would cost %1; because they follow the load it is %2: %3 (%4) less, and what runs is used to %5.</source>
            <translation>若全天候运行，实例费用为 %1；由于跟随负载，实际为 %2：减少 %3（%4），运行中的实例利用率为 %5。</translation>
        </message>
        <message>
            <source>What would cost less</source>
            <translation>如何降低成本</translation>
        </message>
        <message>
            <source>Each move was planned anew on its own; the saving is against %1 a month. What it asks for in return stands beside it.</source>
            <translation>每项措施均单独重新规划；节省额相对于每月 %1。旁边列出其代价。</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>措施</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>A month</source>
            <translation>每月</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>节省</translation>
        </message>
        <message>
            <source>First token</source>
            <translation>首 token</translation>
        </message>
        <message>
            <source>In return</source>
            <translation>代价</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Rented, bought, or an API</source>
            <translation>租用、自建或 API</translation>
        </message>
        <message>
            <source>Rented, a month</source>
            <translation>租用（每月）</translation>
        </message>
        <message>
            <source>Purchase</source>
            <translation>采购</translation>
        </message>
        <message>
            <source>Bought, a month</source>
            <translation>自建（每月）</translation>
        </message>
        <message>
            <source>Cheaper than rented from</source>
            <translation>低于租用自</translation>
        </message>
        <message>
            <source>than the API from</source>
            <translation>低于 API 自</translation>
        </message>
        <message>
            <source>Pays above running</source>
            <translation>划算的运行占比</translation>
        </message>
        <message>
            <source>The same tokens at a per-token API: %1 a month (%2).</source>
            <translation>同样的 token 量使用按 token 计费的 API：每月 %1（%2）。</translation>
        </message>
        <message>
            <source>price given in the scenario</source>
            <translation>价格由场景给出</translation>
        </message>
        <message>
            <source>Own servers cost as much as the API at a mean utilization of %1; now it is %2.</source>
            <translation>平均利用率为 %1 时，自建服务器与 API 成本相同；目前为 %2。</translation>
        </message>
        <message>
            <source>over 100 %, that is never</source>
            <translation>超过 100%，即永远不会</translation>
        </message>
        <message>
            <source>Owning pays once the rented instances would run more than %1 of all hours; by the schedule they run %2.</source>
            <translation>当租用实例的运行时长超过全部小时的 %1 时，自建更划算；按当前计划为 %2。</translation>
        </message>
        <message>
            <source>100 %, that is never,</source>
            <translation>100%（即永远不会）</translation>
        </message>
        <message>
            <source>Spent over 60 months: %1</source>
            <translation>60 个月累计支出：%1</translation>
        </message>
        <message>
            <source>months</source>
            <translation>月</translation>
        </message>
        <message>
            <source>rented</source>
            <translation>租用</translation>
        </message>
        <message>
            <source>bought</source>
            <translation>自建</translation>
        </message>
        <message>
            <source>API</source>
            <translation>API</translation>
        </message>
        <message>
            <source>What owning is reckoned with</source>
            <translation>自建成本的假设</translation>
        </message>
        <message>
            <source>Assumption</source>
            <translation>假设</translation>
        </message>
        <message>
            <source>Usual</source>
            <translation>常用值</translation>
        </message>
        <message>
            <source>Published range</source>
            <translation>公开范围</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <comment>range</comment>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <comment>source and date</comment>
            <translation>%1（%2）</translation>
        </message>
        <message>
            <source>The road ahead</source>
            <translation>路线图</translation>
        </message>
        <message>
            <source>The demand starts at %1 of the planned peak and grows by %2 a month.</source>
            <translation>需求从规划峰值的 %1 开始，每月增长 %2。</translation>
        </message>
        <message>
            <source>Steps: %1.</source>
            <comment>of the demand</comment>
            <translation>阶跃：%1。</translation>
        </message>
        <message numerus="yes">
            <source>GPUs come in whole replicas of %1; an order takes %n week(s).</source>
            <translation>
                <numerusform>GPU 按每副本 %1 张整副本配置；交付周期为 %n 周。</numerusform>
            </translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Replicas</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>Order by</source>
            <translation>下单时间</translation>
        </message>
        <message>
            <source>Peak, carries</source>
            <translation>峰值 / 承载能力</translation>
        </message>
        <message>
            <source>Phase</source>
            <translation>阶段费用</translation>
        </message>
        <message>
            <source>%1/s, %2/s</source>
            <translation>%1/s，%2/s</translation>
        </message>
        <message>
            <source>GPUs by month</source>
            <translation>各月 GPU 数</translation>
        </message>
        <message>
            <source>months of service</source>
            <translation>运行月份</translation>
        </message>
        <message>
            <source>Budget</source>
            <translation>预算</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Q1</source>
            <translation>第一季度</translation>
        </message>
        <message>
            <source>Q2</source>
            <translation>第二季度</translation>
        </message>
        <message>
            <source>Q3</source>
            <translation>第三季度</translation>
        </message>
        <message>
            <source>Q4</source>
            <translation>第四季度</translation>
        </message>
        <message>
            <source>Whole year</source>
            <translation>全年</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Why so many GPUs</source>
            <translation>为什么需要这么多 GPU</translation>
        </message>
        <message>
            <source>A replica of %1 GPUs (%2) carries %3 requests per second within the latency targets; more would break them or fill the KV cache.</source>
            <translation>一个由 %1 张 GPU 组成的副本（%2）在时延目标内每秒可承载 %3 个请求；更多请求会突破目标或占满 KV 缓存。</translation>
        </message>
        <message>
            <source>%1 at the peak × (1 + %2 spare) = %3 requests per second to carry; %3 ÷ %4, rounded up, are %5 replicas; with %6 that may fail, %7.</source>
            <translation>峰值 %1 ×（1 + %2 余量）= 每秒需承载 %3 个请求；%3 ÷ %4 向上取整为 %5 个副本；加上可失效的 %6 个，共 %7 个。</translation>
        </message>
        <message>
            <source>One replica fewer would carry %1: under the %2 that are asked for.</source>
            <translation>少一个副本只能承载 %1：低于所需的 %2。</translation>
        </message>
        <message>
            <source>%1 replicas × %2 GPUs = %3 GPUs. GPUs come in whole replicas, and instances are bought whole: %4 GPUs in %5 instances.</source>
            <translation>%1 个副本 × %2 张 GPU = %3 张 GPU。GPU 按整副本配置，实例按整台购买：%5 台实例共 %4 张 GPU。</translation>
        </message>
        <message>
            <source>A load balancer spreads the requests over the replicas; each batches what it has running, step by step, so that one request waits for no other's end.</source>
            <translation>负载均衡器把请求分配到各副本；每个副本逐步对正在运行的请求进行连续批处理，因此一个请求无需等待另一个结束。</translation>
        </message>
        <message>
            <source>Why this number format</source>
            <translation>为什么采用这种数值格式</translation>
        </message>
        <message>
            <source>%1 is published in %2, and %3 computes in it: nothing is lost by keeping it.</source>
            <comment>model, format, GPU</comment>
            <translation>%1 以 %2 发布，%3 可直接以此格式计算：保持不变没有任何损失。</translation>
        </message>
        <message>
            <source>%1 is published in %2; %3 holds fewer bits, which saves memory and has to be paid for with a check of the answers.</source>
            <translation>%1 以 %2 发布；%3 位数更少，可节省显存，代价是需要检验回答质量。</translation>
        </message>
        <message>
            <source>%1 is published in %2; %3 is the nearest that %4 runs.</source>
            <translation>%1 以 %2 发布；%3 是 %4 所能运行的最接近的格式。</translation>
        </message>
        <message>
            <source>All of the model's weights have to stay in memory, also those that a token does not use.</source>
            <translation>模型的全部权重都必须驻留显存，包括某个 token 用不到的部分。</translation>
        </message>
        <message>
            <source>On %1</source>
            <translation>在 %1 上</translation>
        </message>
        <message>
            <source>Fewest GPUs that hold it</source>
            <translation>放得下的最少 GPU 数</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>质量</translation>
        </message>
        <message>
            <source>not run</source>
            <translation>不支持</translation>
        </message>
        <message>
            <source>stored only, computed in bf16</source>
            <translation>仅存储，以 bf16 计算</translation>
        </message>
        <message>
            <source>computed</source>
            <translation>可计算</translation>
        </message>
        <message>
            <source>as published</source>
            <translation>与发布一致</translation>
        </message>
        <message>
            <source>to be checked</source>
            <translation>需检验</translation>
        </message>
        <message>
            <source>as published, more memory</source>
            <translation>与发布一致，占用更多显存</translation>
        </message>
        <message>
            <source>Pitfalls</source>
            <translation>常见误区</translation>
        </message>
        <message>
            <source>A number of requests per second and card means nothing without the model, the lengths of prompt and answer and a latency target. Ask for all three before believing one.</source>
            <translation>脱离模型、提示与回答长度以及时延目标，“每卡每秒请求数”毫无意义。相信之前，请先问清这三项。</translation>
        </message>
        <message>
            <source>Memory follows all parameters, speed the active ones: a mixture of experts does not fit where its active part would.</source>
            <translation>显存取决于总参数量，速度取决于激活参数量：能放下激活部分的地方，未必放得下整个混合专家模型。</translation>
        </message>
        <message>
            <source>Twice the demand takes about twice the replicas: two cards more do not do it.</source>
            <translation>需求翻倍大约需要两倍副本：多加两张卡无济于事。</translation>
        </message>
        <message>
            <source>Tensor parallel over %1 GPUs: a replica works only with all of them, and a number that does not divide the attention heads is refused by the engine.</source>
            <translation>张量并行跨 %1 张 GPU：副本须全部 GPU 正常才能工作；不能整除注意力头数的并行度会被引擎拒绝。</translation>
        </message>
        <message>
            <source>A replica spans %1 GPUs and works only with all of them: losing one loses the replica.</source>
            <translation>每个副本横跨 %1 张 GPU，缺一不可：损失一张即损失整个副本。</translation>
        </message>
        <message>
            <source>The figures are estimates; at %1 the fleet lies between %2 and %3 GPUs. Load-test one replica before ordering the rest.</source>
            <translation>以上均为估算；在 %1 置信度下，集群规模介于 %2 与 %3 张 GPU 之间。订购其余部分前，请先对一个副本做压力测试。</translation>
        </message>
        <message>
            <source>Prices of GPU instances fall by a third in one day, as in June 2025, or rise: fix the date of every price, and ask again before signing.</source>
            <translation>GPU 实例价格可能一天内下降三分之一（如 2025 年 6 月），也可能上涨：为每个价格注明日期，签约前再次询价。</translation>
        </message>
        <message>
            <source>What is given back at night has to be had again in the morning: scarce GPUs may not be there. Reserve what always runs.</source>
            <translation>夜间释放的资源早晨需要重新获得：紧缺的 GPU 可能已无库存。始终运行的部分应当预留。</translation>
        </message>
        <message>
            <source>Headroom · catalog %1 · prices as of %2 · calibration %3</source>
            <translation>Headroom · 目录 %1 · 价格截至 %2 · 校准 %3</translation>
        </message>
        <message>
            <source>Engine constants (calibration %1): %2</source>
            <translation>引擎常数（校准 %1）：%2</translation>
        </message>
        <message>
            <source>To serve %1 at a peak of %2 requests per second the given %3 are enough. Nobody sells this GPU in the chosen offers: what it costs is not known.</source>
            <translation>要在每秒 %2 个请求的峰值下服务 %1，已有的 %3 足够。所选报价中没有人出售这种 GPU：成本未知。</translation>
        </message>
        <message>
            <source>First token, %1</source>
            <comment>percentile</comment>
            <translation>首 token，%1</translation>
        </message>
        <message>
            <source>%5 %1, %2 %3; target %4</source>
            <comment>percentile, latency twice</comment>
            <translation>%5 %1，%2 %3；目标 %4</translation>
        </message>
        <message>
            <source>Latency of a whole answer against load</source>
            <translation>完整回答时延与负载</translation>
        </message>
        <message>
            <source>Time per output token against load</source>
            <translation>每输出 token 时间与负载</translation>
        </message>
        <message>
            <source>Latency of a whole answer</source>
            <translation>完整回答时延</translation>
        </message>
        <message>
            <source>%1 %2; target %3</source>
            <translation>%1 %2；目标 %3</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <comment>percentile, latency</comment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>First to be missed at a higher load</source>
            <translation>负载更高时首先达不到的</translation>
        </message>
        <message>
            <source>Nobody sells this GPU in the chosen offers, and its price as own hardware is not known: what the fleet costs is missing here.</source>
            <translation>所选报价中没有人出售这种 GPU，自有硬件的价格也未知：此处缺少集群的成本。</translation>
        </message>
        <message>
            <source>%1 replicas × %2 GPUs = %3 GPUs. GPUs come in whole replicas.</source>
            <translation>%1 个副本 × %2 个 GPU = %3 个 GPU。GPU 按整副本计。</translation>
        </message>
        <message>
            <source>No replica may fail in this plan: spare capacity is for peaks. With one lost, %1 requests per second are left for a peak of %2.</source>
            <translation>本方案没有可失效的副本：余量是为峰值准备的。失去一个副本后，每秒只能承载 %1 个请求，而峰值为 %2。</translation>
        </message>
        <message>
            <source>%1 requests per second with every replica; none is spare</source>
            <translation>全部副本合计每秒 %1 个请求；没有冗余副本</translation>
        </message>
        <message>
            <source>%1 at the peak × (1 + %2 spare) = %3 requests per second to carry; %3 ÷ %4, rounded up, are %5 replicas.</source>
            <translation>峰值 %1 ×（1 + %2 余量）= 需承载每秒 %3 个请求；%3 ÷ %4 向上取整为 %5 个副本。</translation>
        </message>
        <message>
            <source>Not possible with the prices and limits of this scenario: %1.</source>
            <translation>在本方案的价格与限制下不可行：%1。</translation>
        </message>
        <message>
            <source>; </source>
            <comment>between moves</comment>
            <translation>；</translation>
        </message>
        <message>
            <source>The catalog holds no price of %1 on demand.</source>
            <translation>目录中没有 %1 的按需价格。</translation>
        </message>
        <message>
            <source>The cheapest instances that hold %1 together: %2× %3 (%4), %5 GPUs, %6 a month round the clock (price as of %7).</source>
            <comment>fleet, count, instance, provider, GPUs, money, date</comment>
            <translation>可在同一机器内容纳 %1 的最便宜实例：%2× %3（%4），共 %5 张 GPU，全天候运行每月 %6（价格日期 %7）。</translation>
        </message>
        <message>
            <source>Nobody in the catalog rents %1 as one machine: a price of exactly so many is a share of a larger one.</source>
            <translation>目录中没有人以整机出租 %1：恰为该数量的价格只是更大机器的一个份额。</translation>
        </message>
        <message>
            <source>Following the load saves whole replicas at night; this fleet holds not one, so a lower price by better use does not exist for it.</source>
            <translation>随负载伸缩只能在夜间节省完整副本；该集群连一个副本都容纳不下，因此不存在“提高利用率后更低的价格”。</translation>
        </message>
        <message>
            <source>%1× %2</source>
            <comment>number of GPUs, GPU</comment>
            <translation>%1× %2</translation>
        </message>
    </context>
    <context>
        <name>ReasonTexts</name>
        <message numerus="yes">
            <source>%n do not hold the model</source>
            <translation>
                <numerusform>%n 种放不下模型</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n do not run the number format</source>
            <translation>
                <numerusform>%n 种不运行该数值格式</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are too slow</source>
            <translation>
                <numerusform>%n 种太慢</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n have no price in the chosen offers</source>
            <translation>
                <numerusform>%n 种在所选报价中没有价格</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n draw too much power</source>
            <translation>
                <numerusform>%n 种功率过高</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n do not take the given layout</source>
            <translation>
                <numerusform>%n 种不适用给定布局</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n are left out by the scenario</source>
            <translation>
                <numerusform>%n 种被场景排除</numerusform>
            </translation>
        </message>
        <message>
            <source>its power is not published, so the limit cannot be checked</source>
            <translation>其功率未公布，因此无法核对上限</translation>
        </message>
        <message>
            <source>its servers draw up to %1, the limit is %2</source>
            <translation>其服务器功率最高 %1，上限为 %2</translation>
        </message>
        <message>
            <source>it takes %1 GPUs, the fleet has %2</source>
            <translation>需要 %1 张 GPU，集群有 %2 张</translation>
        </message>
        <message>
            <source>it does not keep the given layout</source>
            <translation>不符合给定布局</translation>
        </message>
        <message>
            <source>it is not among the chosen offers</source>
            <translation>不在所选报价之中</translation>
        </message>
        <message>
            <source>it uses another GPU than those chosen</source>
            <translation>使用了所选之外的 GPU</translation>
        </message>
        <message>
            <source>it carries %1, asked are %2 with the spare capacity</source>
            <translation>能承载 %1，含余量需要 %2</translation>
        </message>
        <message>
            <source>it is only offered on demand</source>
            <translation>仅提供按需</translation>
        </message>
        <message>
            <source>it meets the latency targets only at a lower load</source>
            <translation>仅在较低负载下满足时延目标</translation>
        </message>
        <message>
            <source>%1 does not run %2 on %3.</source>
            <translation>%1 不在 %3 上运行 %2。</translation>
        </message>
        <message>
            <source>%1 runs %2 on none of the allowed GPUs.</source>
            <translation>%1 不在任何允许的 GPU 上运行 %2。</translation>
        </message>
        <message numerus="yes">
            <source>%1 needs %2: too much for a fleet of %n GPUs.</source>
            <translation>
                <numerusform>%1 需要 %2：对 %n 张 GPU 的集群来说太大。</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 needs %2: no layout of %3 holds it.</source>
            <translation>%1 需要 %2：没有 %3 的布局放得下。</translation>
        </message>
        <message>
            <source>%1 needs %2: no allowed GPU holds it.</source>
            <translation>%1 需要 %2：没有允许的 GPU 放得下。</translation>
        </message>
        <message>
            <source>memory for the KV cache</source>
            <translation>KV 缓存显存</translation>
        </message>
        <message>
            <source>memory for the weights</source>
            <translation>权重显存</translation>
        </message>
        <message>
            <source>compute</source>
            <translation>算力</translation>
        </message>
        <message>
            <source>memory bandwidth</source>
            <translation>显存带宽</translation>
        </message>
        <message>
            <source>communication between GPUs</source>
            <translation>GPU 间通信</translation>
        </message>
        <message>
            <source>queueing</source>
            <translation>排队</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>it takes %1 GPUs, the limit is %2</source>
            <translation>需要 %1 块 GPU，上限为 %2 块</translation>
        </message>
        <message>
            <source>it is not in the regions that are allowed</source>
            <translation>不在允许的地区内</translation>
        </message>
        <message>
            <source>the first token takes %1 at %2, %3 over the target of %4</source>
            <translation>%2 的首 token 需要 %1，超出目标 %4 的幅度为 %3</translation>
        </message>
        <message>
            <source>each further token takes %1 at %2, %3 over the target of %4</source>
            <translation>%2 的后续每个 token 需要 %1，超出目标 %4 的幅度为 %3</translation>
        </message>
        <message>
            <source>a whole answer takes %1 at %2, %3 over the target of %4</source>
            <translation>%2 的完整回答需要 %1，超出目标 %4 的幅度为 %3</translation>
        </message>
        <message>
            <source>a target of at least %1 for the first token</source>
            <translation>首 token 目标至少为 %1</translation>
        </message>
        <message>
            <source>a target of at least %1 for each further token</source>
            <translation>后续每个 token 的目标至少为 %1</translation>
        </message>
        <message>
            <source>a target of at least %1 for a whole answer</source>
            <translation>完整回答的目标至少为 %1</translation>
        </message>
        <message>
            <source>wider latency targets</source>
            <translation>放宽时延目标</translation>
        </message>
        <message>
            <source>a limit of at least %1 GPUs</source>
            <translation>GPU 上限至少为 %1</translation>
        </message>
        <message>
            <source>a power limit of at least %1</source>
            <translation>功率上限至少为 %1</translation>
        </message>
        <message>
            <source>no limit on power</source>
            <translation>不限功率</translation>
        </message>
        <message>
            <source>a fleet of at least %1 GPUs</source>
            <translation>集群至少有 %1 个 GPU</translation>
        </message>
        <message>
            <source>leaving fleet and layout to the search</source>
            <translation>由搜索决定集群和布局</translation>
        </message>
        <message>
            <source>allowing %1</source>
            <translation>允许 %1</translation>
        </message>
        <message>
            <source>target for the first token</source>
            <translation>首 token 目标</translation>
        </message>
        <message>
            <source>target for each further token</source>
            <translation>后续每个 token 的目标</translation>
        </message>
        <message>
            <source>target for a whole answer</source>
            <translation>完整回答的目标</translation>
        </message>
        <message>
            <source>throughput</source>
            <translation>吞吐量</translation>
        </message>
        <message>
            <source>p%1</source>
            <comment>percentile</comment>
            <translation>P%1</translation>
        </message>
    </context>
    <context>
        <name>ScenarioTexts</name>
        <message>
            <source>never saved</source>
            <translation>从未保存</translation>
        </message>
        <message>
            <source>revision %1 · edited</source>
            <translation>修订 %1 · 已编辑</translation>
        </message>
        <message>
            <source>revision %1 · saved</source>
            <translation>修订 %1 · 已保存</translation>
        </message>
        <message>
            <source>not saved yet</source>
            <translation>尚未保存</translation>
        </message>
        <message>
            <source>created</source>
            <translation>创建</translation>
        </message>
        <message>
            <source>saved</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>imported</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>duplicated</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>renamed</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>restored from %1</source>
            <translation>恢复自 %1</translation>
        </message>
        <message>
            <source>edits kept before restoring</source>
            <translation>恢复前保留的编辑</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Last change</source>
            <translation>最近修改</translation>
        </message>
        <message>
            <source>Revision</source>
            <translation>修订</translation>
        </message>
        <message>
            <source>How</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Scenarios</source>
            <translation>场景</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>New</source>
            <translation>新建</translation>
        </message>
        <message>
            <source>Duplicate</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Restore this revision</source>
            <translation>恢复此修订</translation>
        </message>
        <message>
            <source>Revisions of %1</source>
            <translation>%1 的修订</translation>
        </message>
        <message>
            <source>“%1” was deleted.</source>
            <translation>“%1”已删除。</translation>
        </message>
        <message>
            <source>Revision %1 is restored as a new one.</source>
            <translation>修订 %1 已恢复为新修订。</translation>
        </message>
        <message>
            <source>Saved as revision %1.</source>
            <translation>已保存为修订 %1。</translation>
        </message>
        <message>
            <source>%1 (copy)</source>
            <comment>title of a duplicate</comment>
            <translation>%1（副本）</translation>
        </message>
        <message>
            <source>New scenario</source>
            <translation>新场景</translation>
        </message>
        <message>
            <source>No scenario yet</source>
            <translation>还没有场景</translation>
        </message>
        <message>
            <source>A scenario is what you plan: demand, model, hardware and money. Every saved state is kept.</source>
            <translation>场景就是所规划的内容：需求、模型、硬件和费用。每次保存的状态都会保留。</translation>
        </message>
        <message>
            <source>It was %1 for %2 a month.</source>
            <comment>GPUs, money</comment>
            <translation>当时为 %1，每月 %2。</translation>
        </message>
        <message>
            <source>There is no price for this fleet today.</source>
            <translation>如今这批硬件没有价格。</translation>
        </message>
        <message>
            <source>At today&apos;s prices it costs the same.</source>
            <translation>按今天的价格，费用不变。</translation>
        </message>
        <message>
            <source>At today&apos;s prices the same fleet costs %1 a month (%2).</source>
            <translation>按今天的价格，同样的硬件每月 %1（%2）。</translation>
        </message>
        <message>
            <source>The best plan today: %1 for %2 a month.</source>
            <comment>GPUs, money</comment>
            <translation>今天的最佳方案：%1，每月 %2。</translation>
        </message>
        <message>
            <source>Frozen when it was bound to a live source (%1, revision %2, catalog %3, calibration %4).</source>
            <translation>绑定实时来源时冻结（%1，修订 %2，目录 %3，校准 %4）。</translation>
        </message>
        <message>
            <source>Approved with a proposal (%1, revision %2, catalog %3, calibration %4).</source>
            <translation>随建议书批准（%1，修订 %2，目录 %3，校准 %4）。</translation>
        </message>
        <message>
            <source>At today's prices the same fleet costs %1 a month.</source>
            <translation>按今天的价格，同样的集群每月 %1。</translation>
        </message>
    </context>
    <context>
        <name>SettingsTexts</name>
        <message>
            <source>As the system</source>
            <comment>language or theme</comment>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Ctrl+1 to Ctrl+9 go to the pages. Ctrl+Z and Ctrl+Shift+Z undo and redo. Ctrl+S saves a revision, Ctrl+P makes the proposal. In charts and in the fleet the arrow keys move, and what stands there is read out.</source>
            <translation>Ctrl+1 至 Ctrl+9 切换页面。Ctrl+Z 与 Ctrl+Shift+Z 撤销与重做。Ctrl+S 保存修订，Ctrl+P 生成部署方案。在图表和集群中用方向键移动，并朗读当前位置的内容。</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Data folder</source>
            <translation>数据文件夹</translation>
        </message>
        <message>
            <source>Scenarios, settings and imported models are stored here.</source>
            <translation>场景、设置和导入的模型保存在此处。</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Catalog</source>
            <translation>目录</translation>
        </message>
        <message>
            <source>Guided steps</source>
            <translation>引导步骤</translation>
        </message>
        <message>
            <source>The five steps that a first visit is led through.</source>
            <translation>首次使用时的五个引导步骤。</translation>
        </message>
        <message>
            <source>Guide me again</source>
            <translation>重新引导</translation>
        </message>
        <message>
            <source>About</source>
            <translation>关于</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>版本</translation>
        </message>
        <message>
            <source>Keyboard</source>
            <translation>键盘</translation>
        </message>
    </context>
    <context>
        <name>ShellTexts</name>
        <message>
            <source>Headroom %1 sizes, prices and watches the GPUs behind an LLM service. Free software under the GNU General Public License, version 3 or later.</source>
            <translation>Headroom %1 为 LLM 服务背后的 GPU 测算规模、估算价格并进行监控。依据 GNU 通用公共许可证第 3 版或更新版本发布的自由软件。</translation>
        </message>
        <message>
            <source>%1 – Headroom</source>
            <comment>window title: document</comment>
            <translation>%1 – Headroom</translation>
        </message>
        <message>
            <source>Title of the scenario</source>
            <translation>场景标题</translation>
        </message>
        <message>
            <source>Menu</source>
            <translation>菜单</translation>
        </message>
        <message>
            <source>Proposal …</source>
            <translation>部署方案…</translation>
        </message>
        <message>
            <source>New scenario</source>
            <translation>新场景</translation>
        </message>
        <message>
            <source>Save revision</source>
            <translation>保存修订</translation>
        </message>
        <message>
            <source>Save this page as a picture …</source>
            <translation>将此页保存为图片…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Undo: %1</source>
            <translation>撤销：%1</translation>
        </message>
        <message>
            <source>Redo: %1</source>
            <translation>重做：%1</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>About Headroom</source>
            <translation>关于 Headroom</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Loading …</source>
            <translation>加载中…</translation>
        </message>
        <message>
            <source>Spreadsheet …</source>
            <translation>电子表格…</translation>
        </message>
    </context>
    <context>
        <name>WindowTexts</name>
        <message>
            <source>What is watched is not kept: the history&apos;s file cannot be opened.</source>
            <translation>监测数据不会保存：无法打开历史文件。</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>规划</translation>
        </message>
        <message>
            <source>Save the proposal</source>
            <translation>保存部署方案</translation>
        </message>
        <message>
            <source>proposal.pdf</source>
            <comment>suggested file name</comment>
            <translation>部署方案.pdf</translation>
        </message>
        <message>
            <source>PDF document (*.pdf)</source>
            <translation>PDF 文档(*.pdf)</translation>
        </message>
        <message>
            <source>Save the picture</source>
            <translation>保存图片</translation>
        </message>
        <message>
            <source>Picture (*.png)</source>
            <translation>图片(*.png)</translation>
        </message>
        <message>
            <source>%1 was written.</source>
            <translation>已写入 %1。</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <source>The store was brought up to date; the old one is kept as %1.</source>
            <translation>存储已更新；旧文件保留为 %1。</translation>
        </message>
        <message>
            <source>Set it aside and start afresh</source>
            <translation>将其移开并重新开始</translation>
        </message>
        <message>
            <source>The damaged store is kept as %1; a fresh one is in use.</source>
            <translation>损坏的存储保留为 %1；现在使用新的存储。</translation>
        </message>
        <message>
            <source>Save the spreadsheet</source>
            <translation>保存电子表格</translation>
        </message>
        <message>
            <source>bill.xlsx</source>
            <comment>suggested file name</comment>
            <translation>账单.xlsx</translation>
        </message>
        <message>
            <source>Spreadsheet (*.xlsx)</source>
            <translation>电子表格 (*.xlsx)</translation>
        </message>
    </context>
    <context>
        <name>MoneyTexts</name>
        <message>
            <source>Instances on demand</source>
            <translation>按需实例</translation>
        </message>
        <message>
            <source>Spot instances</source>
            <translation>竞价实例</translation>
        </message>
        <message>
            <source>Instances reserved for a year</source>
            <translation>预留一年的实例</translation>
        </message>
        <message>
            <source>Instances reserved for three years</source>
            <translation>预留三年的实例</translation>
        </message>
        <message>
            <source>Storage, GB and month</source>
            <translation>存储（GB·月）</translation>
        </message>
        <message>
            <source>Traffic to the internet, GB</source>
            <translation>流向互联网的流量（GB）</translation>
        </message>
        <message>
            <source>Load balancer</source>
            <translation>负载均衡器</translation>
        </message>
        <message>
            <source>Support plan</source>
            <translation>支持计划</translation>
        </message>
        <message>
            <source>Depreciation</source>
            <translation>折旧</translation>
        </message>
        <message>
            <source>Cost of capital</source>
            <translation>资金成本</translation>
        </message>
        <message>
            <source>Maintenance</source>
            <translation>维保</translation>
        </message>
        <message>
            <source>Colocation</source>
            <translation>机房托管</translation>
        </message>
        <message>
            <source>Energy</source>
            <translation>能耗</translation>
        </message>
        <message>
            <source>Licences</source>
            <translation>软件许可</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Tax on the purchase</source>
            <translation>采购税费</translation>
        </message>
        <message>
            <source>Per million output tokens</source>
            <translation>每百万输出 token</translation>
        </message>
        <message>
            <source>Per million input tokens</source>
            <translation>每百万输入 token</translation>
        </message>
        <message>
            <source>Per request</source>
            <translation>每个请求</translation>
        </message>
        <message>
            <source>Per user and month</source>
            <translation>每用户每月</translation>
        </message>
        <message>
            <source>Run only what each hour needs</source>
            <translation>只运行每小时所需的实例</translation>
        </message>
        <message>
            <source>Allow every GPU type</source>
            <translation>允许所有 GPU 型号</translation>
        </message>
        <message>
            <source>Allow every provider and region</source>
            <translation>允许所有供应商与地域</translation>
        </message>
        <message>
            <source>Allow formats of fewer bits</source>
            <translation>允许更低位数的格式</translation>
        </message>
        <message>
            <source>Reserve what always runs for a year</source>
            <translation>将始终运行的部分预留一年</translation>
        </message>
        <message>
            <source>Reserve everything for a year</source>
            <translation>全部预留一年</translation>
        </message>
        <message>
            <source>Reserve everything for three years</source>
            <translation>全部预留三年</translation>
        </message>
        <message>
            <source>Run half as spot</source>
            <translation>一半使用竞价实例</translation>
        </message>
        <message>
            <source>Run everything as spot</source>
            <translation>全部使用竞价实例</translation>
        </message>
        <message>
            <source>Share 30 % of the prompts through the prefix cache</source>
            <translation>通过前缀缓存共享 30% 的提示</translation>
        </message>
        <message>
            <source>Relax the latency targets by half</source>
            <translation>将时延目标放宽一半</translation>
        </message>
        <message>
            <source>Keep half the spare capacity</source>
            <translation>余量减半</translation>
        </message>
        <message>
            <source>Buy the servers</source>
            <translation>购买服务器</translation>
        </message>
        <message>
            <source>All that cost neither speed nor quality, together</source>
            <translation>不损失速度与质量的全部措施合计</translation>
        </message>
        <message>
            <source>%1 h</source>
            <comment>hours</comment>
            <translation>%1 小时</translation>
        </message>
        <message numerus="yes">
            <source>%n server(s)</source>
            <translation>
                <numerusform>%n 台服务器</numerusform>
            </translation>
        </message>
        <message>
            <source>slower answers</source>
            <translation>回答变慢</translation>
        </message>
        <message>
            <source>answers have to be checked</source>
            <translation>回答质量需检验</translation>
        </message>
        <message>
            <source>capacity can be taken away</source>
            <translation>容量可能被回收</translation>
        </message>
        <message>
            <source>paid for whether needed or not</source>
            <translation>无论是否使用都要付费</translation>
        </message>
        <message>
            <source>less room above the peak</source>
            <translation>峰值之上余量减少</translation>
        </message>
        <message>
            <source>a purchase, space and people</source>
            <translation>采购、机房与人员</translation>
        </message>
        <message>
            <source>another place or provider</source>
            <translation>更换地域或供应商</translation>
        </message>
        <message>
            <source>prompts have to begin alike</source>
            <translation>提示须有相同开头</translation>
        </message>
        <message>
            <source>nothing but the work</source>
            <translation>仅需实施工作</translation>
        </message>
        <message>
            <source>give back</source>
            <translation>释放</translation>
        </message>
        <message numerus="yes">
            <source>%n week(s) before the start</source>
            <translation>
                <numerusform>启动前 %n 周</numerusform>
            </translation>
        </message>
        <message>
            <source>Year %1, Q%2</source>
            <translation>第 %1 年第 %2 季度</translation>
        </message>
        <message>
            <source>Year %1</source>
            <translation>第 %1 年</translation>
        </message>
        <message>
            <source>not within %1 months</source>
            <translation>%1 个月内不会</translation>
        </message>
        <message>
            <source>never</source>
            <translation>永不</translation>
        </message>
        <message>
            <source>month %1</source>
            <translation>第 %1 个月</translation>
        </message>
        <message>
            <source>months %1 to %2</source>
            <translation>第 %1 至 %2 个月</translation>
        </message>
        <message>
            <source>%1 kW</source>
            <translation>%1 kW</translation>
        </message>
        <message>
            <source>%1 kWh</source>
            <translation>%1 kWh</translation>
        </message>
        <message>
            <source>GPUs that are there, and nobody sells</source>
            <translation>已有且无人出售的 GPU</translation>
        </message>
        <message>
            <source>optics, cables and switches 10-15 % of hardware; with an InfiniBand fabric 46-51k USD for each H100, a half more (cluster quotes)</source>
            <translation>光模块、线缆和交换机占硬件的 10-15%；采用 InfiniBand 网络时每张 H100 合计 46-51 千美元，高出一半（集群报价）</translation>
        </message>
        <message>
            <source>annual reports: Microsoft and Alphabet 6 years, Amazon 5 to 6, Meta 5.5; critics argue for 3; 4 is a judgement</source>
            <translation>年报：微软与 Alphabet 6 年，亚马逊 5 至 6 年，Meta 5.5 年；批评者主张 3 年；4 年为判断值</translation>
        </message>
        <message>
            <source>judgement; one resale study has 25-35 % after 36 months</source>
            <translation>判断值；一项转售研究显示 36 个月后为 25-35%</translation>
        </message>
        <message>
            <source>judgement: a company's usual weighted cost of capital</source>
            <translation>判断值：企业通常的加权资本成本</translation>
        </message>
        <message>
            <source>US industrial mean (EIA)</source>
            <translation>美国工业用电均价（EIA）</translation>
        </message>
        <message>
            <source>world average, Uptime Institute survey 2025; new buildings 1.3 and below</source>
            <translation>全球平均，Uptime Institute 2025 年调查；新建机房 1.3 及以下</translation>
        </message>
        <message>
            <source>CBRE, North America, primary markets, 250-500 kW, H2 2024; global 217.30 in Q1 2025</source>
            <translation>CBRE，北美主要市场，250-500 kW，2024 下半年；2025 年第一季度全球为 217.30</translation>
        </message>
        <message>
            <source>judgement: hardware support contracts 8-15 % a year</source>
            <translation>判断值：硬件维保合同每年 8-15%</translation>
        </message>
        <message>
            <source>open-source engines cost nothing; NVIDIA AI Enterprise lists 4,500 USD a GPU and year</source>
            <translation>开源引擎免费；NVIDIA AI Enterprise 目录价为每 GPU 每年 4,500 美元</translation>
        </message>
        <message>
            <source>judgement: a twentieth of an engineer at 120,000 USD a year for each server</source>
            <translation>判断值：每台服务器占用一名年薪 12 万美元工程师的二十分之一</translation>
        </message>
    </context>
    <context>
        <name>MoneyWorkbook</name>
        <message>
            <source>Bill</source>
            <comment>name of a sheet</comment>
            <translation>账单</translation>
        </message>
        <message>
            <source>Roadmap</source>
            <comment>name of a sheet</comment>
            <translation>路线图</translation>
        </message>
        <message>
            <source>Budget</source>
            <comment>name of a sheet</comment>
            <translation>预算</translation>
        </message>
        <message>
            <source>servers</source>
            <translation>台</translation>
        </message>
        <message>
            <source>Amounts in %1. Prices and rates in the marked cells may be changed; what follows from them changes too.</source>
            <translation>金额以 %1 计。标记单元格中的价格与汇率可以修改，相关结果会随之变化。</translation>
        </message>
        <message>
            <source>Hours of a month</source>
            <translation>每月小时数</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>货币</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Whole bill of a month</source>
            <translation>整月账单</translation>
        </message>
        <message>
            <source>Requests per second, mean of the week</source>
            <translation>每秒请求数（周均值）</translation>
        </message>
        <message>
            <source>Requests a month</source>
            <translation>每月请求数</translation>
        </message>
        <message>
            <source>Price source: %1</source>
            <translation>价格来源：%1</translation>
        </message>
        <message>
            <source>The road ahead, month by month</source>
            <translation>逐月路线图</translation>
        </message>
        <message>
            <source>Quantities follow from the demand; prices are those of the bill's sheet.</source>
            <translation>数量由需求得出；单价取自账单工作表。</translation>
        </message>
        <message>
            <source>Month</source>
            <translation>月份</translation>
        </message>
        <message>
            <source>Peak, requests/s</source>
            <translation>峰值（请求/秒）</translation>
        </message>
        <message>
            <source>Replicas</source>
            <translation>副本</translation>
        </message>
        <message>
            <source>GPUs</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>Instances</source>
            <translation>实例</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Budget by quarter and year</source>
            <translation>按季度与年度的预算</translation>
        </message>
        <message>
            <source>Year of service</source>
            <translation>运行年度</translation>
        </message>
        <message>
            <source>Q1</source>
            <translation>第一季度</translation>
        </message>
        <message>
            <source>Q2</source>
            <translation>第二季度</translation>
        </message>
        <message>
            <source>Q3</source>
            <translation>第三季度</translation>
        </message>
        <message>
            <source>Q4</source>
            <translation>第四季度</translation>
        </message>
        <message>
            <source>Whole year</source>
            <translation>全年</translation>
        </message>
        <message>
            <source>No price: nobody sells this GPU in the chosen offers.</source>
            <translation>无价格：所选报价中没有人出售这种 GPU。</translation>
        </message>
    </context>
    <context>
        <name>CompareTexts</name>
        <message>
            <source>Compare</source>
            <translation>对比</translation>
        </message>
        <message>
            <source>Scenarios side by side</source>
            <translation>场景并排对比</translation>
        </message>
        <message>
            <source>★ best value · differences against the baseline · press a cell for its derivation</source>
            <translation>★ 为最优值 · 差异相对于基线 · 点击单元格查看推导过程</translation>
        </message>
        <message>
            <source>All columns at once</source>
            <translation>各列总览</translation>
        </message>
        <message>
            <source>each axis from worst (bottom) to best (top)</source>
            <translation>每条轴由最差（下）到最优（上）</translation>
        </message>
        <message>
            <source>Scenario</source>
            <translation>场景</translation>
        </message>
        <message>
            <source>Add a scenario</source>
            <translation>添加场景</translation>
        </message>
        <message>
            <source>No other scenario is stored</source>
            <translation>没有其他已存场景</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Show what would cost less</source>
            <translation>显示如何降低成本</translation>
        </message>
        <message>
            <source>Pin as baseline</source>
            <translation>固定为基线</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Copy the table</source>
            <translation>复制表格</translation>
        </message>
        <message>
            <source>The table is on the clipboard.</source>
            <translation>表格已复制到剪贴板。</translation>
        </message>
        <message>
            <source>baseline</source>
            <translation>基线</translation>
        </message>
        <message>
            <source>open now</source>
            <translation>当前打开</translation>
        </message>
        <message>
            <source>planning …</source>
            <translation>规划中…</translation>
        </message>
        <message>
            <source>nothing meets the requirements</source>
            <translation>没有满足要求的方案</translation>
        </message>
        <message>
            <source>the closest; it misses a requirement</source>
            <translation>最接近的方案；未满足某项要求</translation>
        </message>
        <message>
            <source>best</source>
            <comment>spoken of a value</comment>
            <translation>最优</translation>
        </message>
        <message>
            <source>Two scenarios make a picture.</source>
            <translation>至少两个场景才能绘图。</translation>
        </message>
        <message>
            <source>%1 of %2 are drawn: the baseline, the selected one and the first.</source>
            <translation>已绘制 %1 / %2：基准、所选方案和靠前的方案。</translation>
        </message>
    </context>
    <context>
        <name>CompareColumns</name>
        <message>
            <source>GPUs</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>Whole bill a month</source>
            <translation>每月整月账单</translation>
        </message>
        <message>
            <source>Instances a month</source>
            <translation>每月实例费用</translation>
        </message>
        <message>
            <source>Instances always on</source>
            <translation>实例全天候费用</translation>
        </message>
        <message>
            <source>Per 1M output tokens</source>
            <translation>每百万输出 token</translation>
        </message>
        <message>
            <source>Per request</source>
            <translation>每个请求</translation>
        </message>
        <message>
            <source>Headroom</source>
            <translation>余量</translation>
        </message>
        <message>
            <source>Capacity</source>
            <translation>承载能力</translation>
        </message>
        <message>
            <source>Mean utilization</source>
            <translation>平均利用率</translation>
        </message>
        <message>
            <source>Power, at most</source>
            <translation>最高功率</translation>
        </message>
        <message>
            <source>60 months</source>
            <translation>60 个月</translation>
        </message>
        <message>
            <source> (%1)</source>
            <comment>difference in percent</comment>
            <translation> (%1)</translation>
        </message>
        <message>
            <source>%1 points</source>
            <comment>difference of two percentages</comment>
            <translation>%1 个百分点</translation>
        </message>
        <message>
            <source>First token</source>
            <translation>首 token</translation>
        </message>
        <message>
            <source>Next token</source>
            <translation>后续 token</translation>
        </message>
    </context>
    <context>
        <name>CostsTexts</name>
        <message>
            <source>Costs</source>
            <translation>成本</translation>
        </message>
        <message>
            <source>The month's bill</source>
            <translation>每月账单</translation>
        </message>
        <message>
            <source>press a line for its derivation</source>
            <translation>点击某一行查看推导过程</translation>
        </message>
        <message>
            <source>Rented, bought, or an API</source>
            <translation>租用、自建或 API</translation>
        </message>
        <message>
            <source>a month; purchase once</source>
            <translation>按月计；采购为一次性</translation>
        </message>
        <message>
            <source>The road ahead</source>
            <translation>路线图</translation>
        </message>
        <message>
            <source>Phases</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Budget by quarter and year</source>
            <translation>按季度与年度的预算</translation>
        </message>
        <message>
            <source>Nothing to draw without a plan.</source>
            <translation>没有规划结果，无法绘图。</translation>
        </message>
    </context>
    <context>
        <name>MoneyViewBuilder</name>
        <message>
            <source>%1: the whole bill is %2 a month, %3 of it for what computes.</source>
            <translation>%1：整月账单为 %2，其中 %3 用于计算资源。</translation>
        </message>
        <message>
            <source>%1: the bill is %2 a month, all of it for what computes.</source>
            <translation>%1：每月账单 %2，全部用于计算资源。</translation>
        </message>
        <message>
            <source>Whole bill, as far as it is known</source>
            <translation>账单合计（仅含已知项）</translation>
        </message>
        <message>
            <source>Following the load saves %1 a month (%2) against running round the clock; mean utilization %3.</source>
            <translation>跟随负载比全天候运行每月节省 %1（%2）；平均利用率 %3。</translation>
        </message>
        <message>
            <source>Position</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Quantity</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>单价</translation>
        </message>
        <message>
            <source>A month</source>
            <translation>每月</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>Whole bill</source>
            <translation>整月账单</translation>
        </message>
        <message>
            <source>Option</source>
            <translation>方案</translation>
        </message>
        <message>
            <source>Rented</source>
            <translation>租用</translation>
        </message>
        <message>
            <source>Purchase</source>
            <translation>采购</translation>
        </message>
        <message>
            <source>Bought</source>
            <translation>自建</translation>
        </message>
        <message>
            <source>Even with rented</source>
            <translation>与租用持平</translation>
        </message>
        <message>
            <source>Even with API</source>
            <translation>与 API 持平</translation>
        </message>
        <message>
            <source>Pays above</source>
            <translation>划算的运行占比</translation>
        </message>
        <message>
            <source>Spent over 60 months: %1</source>
            <translation>60 个月累计支出：%1</translation>
        </message>
        <message>
            <source>months</source>
            <translation>月</translation>
        </message>
        <message>
            <source>rented</source>
            <translation>租用</translation>
        </message>
        <message>
            <source>bought</source>
            <translation>自建</translation>
        </message>
        <message>
            <source>API</source>
            <translation>API</translation>
        </message>
        <message>
            <source>Bought servers have cost less than rented ones from month %1 on.</source>
            <translation>从第 %1 个月起，自建累计成本低于租用。</translation>
        </message>
        <message>
            <source>Bought servers do not become cheaper within 60 months.</source>
            <translation>60 个月内自建不会更便宜。</translation>
        </message>
        <message>
            <source>Buying pays above %1 running hours; by the schedule it is %2.</source>
            <translation>运行时长占比超过 %1 时自建更划算；按当前计划为 %2。</translation>
        </message>
        <message>
            <source>The API is dearer above %1 utilization; now it is %2.</source>
            <translation>利用率超过 %1 时 API 更贵；目前为 %2。</translation>
        </message>
        <message>
            <source>API: %1 (%2).</source>
            <translation>API：%1（%2）。</translation>
        </message>
        <message>
            <source>From %1 of the planned peak, %2 more a month; whole replicas of %3 GPUs.</source>
            <translation>从规划峰值的 %1 开始，每月增长 %2；按每副本 %3 张 GPU 整副本配置。</translation>
        </message>
        <message>
            <source>GPUs</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>GPUs · month of service</source>
            <translation>GPU · 运行月份</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Added</source>
            <translation>新增</translation>
        </message>
        <message>
            <source>Order by</source>
            <translation>下单时间</translation>
        </message>
        <message>
            <source>Peak, carries</source>
            <translation>峰值 / 承载能力</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1，可承载 %2</translation>
        </message>
        <message>
            <source>Period</source>
            <translation>期间</translation>
        </message>
        <message>
            <source>Q1</source>
            <translation>第一季度</translation>
        </message>
        <message>
            <source>Q2</source>
            <translation>第二季度</translation>
        </message>
        <message>
            <source>Q3</source>
            <translation>第三季度</translation>
        </message>
        <message>
            <source>Q4</source>
            <translation>第四季度</translation>
        </message>
        <message>
            <source>Whole year</source>
            <translation>全年</translation>
        </message>
        <message>
            <source>In all</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>%1: no price. Nobody sells this GPU in the chosen offers, so the bill is not known.</source>
            <translation>%1：无价格。所选报价中没有人出售这种 GPU，因此账单未知。</translation>
        </message>
    </context>
    <context>
        <name>SourceTexts</name>
        <message>
            <source>New source</source>
            <translation>新数据源</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>数据源</translation>
        </message>
        <message>
            <source>With access…</source>
            <comment>adding a source that needs a password, certificate or proxy</comment>
            <translation>带访问凭据…</translation>
        </message>
        <message>
            <source>Change…</source>
            <comment>how a source is reached</comment>
            <translation>更改…</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>as it is listed; empty: the address</source>
            <translation>列表中的名称；留空则为地址</translation>
        </message>
        <message>
            <source>Seconds between polls</source>
            <translation>轮询间隔（秒）</translation>
        </message>
        <message>
            <source>Speed of the replay</source>
            <translation>回放速度</translation>
        </message>
        <message>
            <source>times; 0: a line at each poll</source>
            <translation>倍；0：每次轮询一行</translation>
        </message>
        <message>
            <source>Access</source>
            <translation>访问</translation>
        </message>
        <message>
            <source>open</source>
            <translation>开放</translation>
        </message>
        <message>
            <source>token (Bearer)</source>
            <translation>令牌（Bearer）</translation>
        </message>
        <message>
            <source>user and password (Basic)</source>
            <translation>用户名和密码（Basic）</translation>
        </message>
        <message>
            <source>Token</source>
            <translation>令牌</translation>
        </message>
        <message>
            <source>User</source>
            <translation>用户名</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>密码</translation>
        </message>
        <message>
            <source>one is kept; what you type takes its place</source>
            <translation>已保存；输入的内容将取而代之</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>保存位置</translation>
        </message>
        <message>
            <source>in the system's keyring</source>
            <translation>系统密钥环</translation>
        </message>
        <message>
            <source>in an encrypted file</source>
            <translation>加密文件</translation>
        </message>
        <message>
            <source>until Headroom is closed, and ask again</source>
            <translation>保留到 Headroom 关闭，下次再询问</translation>
        </message>
        <message>
            <source>Passphrase of the file</source>
            <translation>文件口令</translation>
        </message>
        <message>
            <source>New passphrase of the file</source>
            <translation>文件的新口令</translation>
        </message>
        <message>
            <source>One passphrase for all secrets in the file. It is stored nowhere: without it the file cannot be opened.</source>
            <translation>文件中的所有机密共用一个口令。口令不会存储在任何地方：没有它就无法打开文件。</translation>
        </message>
        <message>
            <source>The system's keyring cannot be used (%1).</source>
            <translation>无法使用系统密钥环（%1）。</translation>
        </message>
        <message>
            <source>Certificate authority</source>
            <translation>证书颁发机构</translation>
        </message>
        <message>
            <source>Client certificate</source>
            <translation>客户端证书</translation>
        </message>
        <message>
            <source>Its private key</source>
            <translation>证书私钥</translation>
        </message>
        <message>
            <source>PEM file</source>
            <translation>PEM 文件</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Certificates and keys (*.pem *.crt *.cer *.key);;All files (*)</source>
            <translation>证书和密钥 (*.pem *.crt *.cer *.key);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Proxy</source>
            <translation>代理</translation>
        </message>
        <message>
            <source>http://host:8080 or socks5://host:1080</source>
            <translation>http://host:8080 或 socks5://host:1080</translation>
        </message>
        <message>
            <source>Tenant</source>
            <translation>租户</translation>
        </message>
        <message>
            <source>sent as X-Scope-OrgID (Mimir, Cortex)</source>
            <translation>以 X-Scope-OrgID 发送（Mimir、Cortex）</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>A name of at most 200 characters would be accepted.</source>
            <translation>可接受最多 200 个字符的名称。</translation>
        </message>
        <message>
            <source>0.5 to 3,600 seconds would be accepted.</source>
            <translation>可接受 0.5 到 3,600 秒。</translation>
        </message>
        <message>
            <source>A token in one line would be accepted.</source>
            <translation>可接受单行令牌。</translation>
        </message>
        <message>
            <source>A user's name in one line, without a colon, would be accepted.</source>
            <translation>可接受单行且不含冒号的用户名。</translation>
        </message>
        <message>
            <source>A password in one line would be accepted.</source>
            <translation>可接受单行密码。</translation>
        </message>
        <message>
            <source>The encrypted file needs a passphrase.</source>
            <translation>加密文件需要口令。</translation>
        </message>
        <message>
            <source>The two passphrases differ.</source>
            <translation>两次输入的口令不一致。</translation>
        </message>
        <message>
            <source>There is no file %1.</source>
            <translation>文件 %1 不存在。</translation>
        </message>
        <message>
            <source>A client certificate needs its private key, and a key its certificate.</source>
            <translation>客户端证书需要其私钥，私钥也需要其证书。</translation>
        </message>
        <message>
            <source>http://host:port or socks5://host:port, without user and password, would be accepted.</source>
            <translation>可接受不含用户名和密码的 http://host:port 或 socks5://host:port。</translation>
        </message>
        <message>
            <source>One line would be accepted.</source>
            <translation>可接受单行文本。</translation>
        </message>
        <message>
            <source>0 to 1,000 would be accepted.</source>
            <translation>可接受 0 到 1,000。</translation>
        </message>
        <message>
            <source>Secrets are in an encrypted file.</source>
            <translation>机密保存在加密文件中。</translation>
        </message>
        <message numerus="yes">
            <source>%n source(s) wait for its passphrase.</source>
            <translation>
                <numerusform>%n 个数据源正在等待其口令。</numerusform>
            </translation>
        </message>
        <message>
            <source>Give the passphrase</source>
            <translation>输入口令</translation>
        </message>
        <message>
            <source>Open the file of secrets</source>
            <translation>打开机密文件</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message numerus="yes">
            <source>The secret of %n source(s) is not there.</source>
            <translation>
                <numerusform>缺少 %n 个数据源的机密。</numerusform>
            </translation>
        </message>
        <message>
            <source>Enter it</source>
            <translation>输入</translation>
        </message>
        <message>
            <source>It is kept until Headroom is closed.</source>
            <translation>它将保留到 Headroom 关闭。</translation>
        </message>
        <message>
            <source>The passphrase does not fit, or the file was changed.</source>
            <translation>口令不正确，或文件已被更改。</translation>
        </message>
        <message>
            <source>The secret is in the system's keyring.</source>
            <translation>机密已保存到系统密钥环。</translation>
        </message>
        <message>
            <source>The secret is in the encrypted file.</source>
            <translation>机密已保存到加密文件。</translation>
        </message>
        <message>
            <source>The secret is kept until Headroom is closed.</source>
            <translation>机密将保留到 Headroom 关闭。</translation>
        </message>
        <message>
            <source>Once more</source>
            <comment>the new passphrase</comment>
            <translation>再次输入</translation>
        </message>
    </context>
    <context>
        <name>OwnPriceTexts</name>
        <message>
            <source>Own prices</source>
            <translation>自有价格</translation>
        </message>
        <message>
            <source>Contracts and prices of your own</source>
            <translation>合同与自有价格</translation>
        </message>
        <message>
            <source>A discount off a provider's list, or a price that you have negotiated. It goes before the list price, in its own currency.</source>
            <translation>供应商目录价的折扣，或您谈定的价格。优先于目录价，并保留原币种。</translation>
        </message>
        <message>
            <source>None yet: every plan is priced by the list.</source>
            <translation>暂无：所有方案均按目录价计算。</translation>
        </message>
        <message>
            <source>Rates of exchange</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>Prices keep their own currency; these rates turn them into the scenario's. Your own rate goes before the catalog's.</source>
            <translation>价格保留原币种，按此处汇率折算为方案币种。自有汇率优先于目录汇率。</translation>
        </message>
        <message>
            <source>Add …</source>
            <translation>添加…</translation>
        </message>
        <message>
            <source>Edit …</source>
            <translation>编辑…</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>删除</translation>
        </message>
        <message>
            <source>Set a rate …</source>
            <translation>设置汇率…</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Set a price of your own …</source>
            <translation>设置自有价格…</translation>
        </message>
        <message>
            <source>New contract</source>
            <translation>新合同</translation>
        </message>
        <message>
            <source>Edit “%1”</source>
            <translation>编辑“%1”</translation>
        </message>
        <message>
            <source>Rate of exchange</source>
            <translation>汇率</translation>
        </message>
        <message>
            <source>Own price of %1</source>
            <translation>%1 的自有价格</translation>
        </message>
        <message>
            <source>Discount</source>
            <translation>折扣</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>价格</translation>
        </message>
        <message>
            <source>any</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>The catalog does not hold this instance: it becomes an offer of your own.</source>
            <translation>目录中没有该实例：将作为您自己的报价。</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>field: what is wrong with it</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>Name of the contract</source>
            <translation>合同名称</translation>
        </message>
        <message>
            <source>Provider</source>
            <translation>供应商</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>地域</translation>
        </message>
        <message>
            <source>Instance</source>
            <translation>实例</translation>
        </message>
        <message>
            <source>GPU</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>GPUs of one instance</source>
            <translation>每实例 GPU 数</translation>
        </message>
        <message>
            <source>For</source>
            <translation>适用</translation>
        </message>
        <message>
            <source>Percent off the list</source>
            <translation>目录价折扣百分比</translation>
        </message>
        <message>
            <source>Price of an instance and hour</source>
            <translation>每实例每小时价格</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>From</source>
            <translation>起始</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>截止</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>One unit of</source>
            <translation>一单位</translation>
        </message>
        <message>
            <source>is worth in</source>
            <translation>折合</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>汇率值</translation>
        </message>
        <message>
            <source>On</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>open, or 2026-12-31</source>
            <translation>不限，或 2026-12-31</translation>
        </message>
        <message>
            <source>today</source>
            <translation>今天</translation>
        </message>
        <message>
            <source>entered by hand</source>
            <translation>手工录入</translation>
        </message>
        <message>
            <source>The contract needs a name of at most 200 characters.</source>
            <translation>合同需要一个不超过 200 个字符的名称。</translation>
        </message>
        <message>
            <source>The catalog holds no price that this discount would be off: look at provider, region, instance and GPU.</source>
            <translation>目录中没有该折扣适用的价格：请检查供应商、地域、实例和 GPU。</translation>
        </message>
        <message>
            <source>Name the provider, such as aws or azure.</source>
            <translation>请填写供应商，例如 aws 或 azure。</translation>
        </message>
        <message>
            <source>A price is that of one instance type: name it.</source>
            <translation>价格针对某一种实例：请填写实例名称。</translation>
        </message>
        <message>
            <source>The catalog does not know this GPU; ids such as h100-sxm would be accepted.</source>
            <translation>目录中没有这款 GPU；可接受 h100-sxm 之类的标识。</translation>
        </message>
        <message>
            <source>The catalog does not hold this instance: say which GPU it has, and how many.</source>
            <translation>目录中没有该实例：请填写其 GPU 型号和数量。</translation>
        </message>
        <message>
            <source>A whole number of GPUs from 1 to 1024 would be accepted.</source>
            <translation>可接受 1 至 1024 的 GPU 整数。</translation>
        </message>
        <message>
            <source>A discount over 0 and under 100 percent, such as 12 or 12.5, would be accepted.</source>
            <translation>可接受大于 0 且小于 100 的折扣百分比，例如 12 或 12.5。</translation>
        </message>
        <message>
            <source>This can be read in two ways; an amount with a decimal point, such as 1234.00, would be accepted.</source>
            <translation>该数字有两种读法；可接受带小数点的金额，例如 1234.00。</translation>
        </message>
        <message>
            <source>An amount over 0 and up to a million, such as 86.52, would be accepted.</source>
            <translation>可接受大于 0 且不超过一百万的金额，例如 86.52。</translation>
        </message>
        <message>
            <source>USD, CNY or EUR would be accepted.</source>
            <translation>可接受 USD、CNY 或 EUR。</translation>
        </message>
        <message>
            <source>Two different currencies would be accepted.</source>
            <translation>需要两种不同的币种。</translation>
        </message>
        <message>
            <source>The contract would end before it begins.</source>
            <translation>合同的截止日期早于起始日期。</translation>
        </message>
        <message>
            <source>That day has not come; a day up to today would be accepted.</source>
            <translation>该日期尚未到来；可接受今天及以前的日期。</translation>
        </message>
        <message>
            <source>A day such as 2026-07-20 would be accepted.</source>
            <translation>可接受 2026-07-20 格式的日期。</translation>
        </message>
        <message>
            <source>At most 200 characters would be accepted.</source>
            <translation>最多可接受 200 个字符。</translation>
        </message>
        <message numerus="yes">
            <source>For %n offer(s) of the catalog, among them %1.</source>
            <translation>
                <numerusform>适用于目录中的 %n 个报价，其中有 %1。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>For %n offer(s) of the catalog: %1.</source>
            <translation>
                <numerusform>适用于目录中的 %n 个报价：%1。</numerusform>
            </translation>
        </message>
        <message>
            <source>“%1” is as it was before.</source>
            <translation>“%1”已恢复原状。</translation>
        </message>
        <message>
            <source>“%1” is stored; plans are priced with it.</source>
            <translation>“%1”已保存；方案将按其计价。</translation>
        </message>
        <message>
            <source>“%1” is back.</source>
            <translation>“%1”已恢复。</translation>
        </message>
        <message>
            <source>“%1” is removed.</source>
            <translation>“%1”已删除。</translation>
        </message>
        <message>
            <source>1 %1 is %2 %3 from now on.</source>
            <translation>从现在起 1 %1 = %2 %3。</translation>
        </message>
        <message>
            <source>Your own rate is removed; the catalog's holds again.</source>
            <translation>自有汇率已删除；恢复使用目录汇率。</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>范围</translation>
        </message>
        <message>
            <source>For</source>
            <comment>on demand, spot, one year, three years</comment>
            <translation>适用</translation>
        </message>
        <message>
            <source>Discount or price</source>
            <translation>折扣或价格</translation>
        </message>
        <message>
            <source>In force</source>
            <translation>有效期</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>%1 an hour</source>
            <translation>每小时 %1</translation>
        </message>
        <message>
            <source>%1 % off</source>
            <translation>优惠 %1%</translation>
        </message>
        <message>
            <source>always</source>
            <translation>长期</translation>
        </message>
        <message>
            <source>%1 to %2</source>
            <comment>dates</comment>
            <translation>%1 至 %2</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>未生效</translation>
        </message>
        <message>
            <source>ended</source>
            <translation>已结束</translation>
        </message>
        <message>
            <source>in force · old</source>
            <translation>生效中 · 已旧</translation>
        </message>
        <message>
            <source>in force</source>
            <translation>生效中</translation>
        </message>
        <message>
            <source>everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Currencies</source>
            <translation>币种</translation>
        </message>
        <message>
            <source>As of</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Whose</source>
            <translation>归属</translation>
        </message>
        <message>
            <source>%1 · old</source>
            <comment>date of a rate</comment>
            <translation>%1 · 已旧</translation>
        </message>
        <message>
            <source>yours</source>
            <translation>自有</translation>
        </message>
        <message>
            <source>the catalog's</source>
            <translation>目录</translation>
        </message>
    </context>
    <context>
        <name>RuleTexts</name>
        <message>
            <source>Alert rules</source>
            <translation>告警规则</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Fires</source>
            <translation>触发条件</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation>严重程度</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>off</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>on, your own</source>
            <translation>启用，自定义</translation>
        </message>
        <message>
            <source>on, changed</source>
            <translation>启用，已修改</translation>
        </message>
        <message>
            <source>on</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>%1 on, %2 off</source>
            <comment>rules</comment>
            <translation>%1 条启用，%2 条停用</translation>
        </message>
        <message>
            <source>There is no rule: nothing is told.</source>
            <translation>没有规则：不会发出任何通知。</translation>
        </message>
        <message>
            <source>Add rule…</source>
            <translation>添加规则…</translation>
        </message>
        <message>
            <source>Change…</source>
            <comment>an alert rule</comment>
            <translation>修改…</translation>
        </message>
        <message>
            <source>Switch on</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>Switch off</source>
            <translation>停用</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Reset to shipped</source>
            <translation>恢复出厂设置</translation>
        </message>
        <message>
            <source>Reset all</source>
            <translation>全部恢复</translation>
        </message>
        <message>
            <source>Every shipped rule as it came; your own rules stay.</source>
            <translation>所有内置规则恢复原样；自定义规则保留。</translation>
        </message>
        <message>
            <source>above %1</source>
            <translation>高于 %1</translation>
        </message>
        <message>
            <source>below %1</source>
            <translation>低于 %1</translation>
        </message>
        <message>
            <source>%1 for %2</source>
            <comment>condition, time</comment>
            <translation>%1，持续 %2</translation>
        </message>
        <message>
            <source>%1, until below %2</source>
            <comment>condition, value</comment>
            <translation>%1，直到低于 %2</translation>
        </message>
        <message>
            <source>%1, until above %2</source>
            <comment>condition, value</comment>
            <translation>%1，直到高于 %2</translation>
        </message>
        <message>
            <source>%1 and growing over %2</source>
            <comment>condition, time</comment>
            <translation>%1，并在 %2 内持续增长</translation>
        </message>
        <message>
            <source>not published for %1</source>
            <translation>超过 %1 未发布</translation>
        </message>
        <message>
            <source>no answer for %1</source>
            <translation>超过 %1 无应答</translation>
        </message>
        <message>
            <source>when it happens; told for %1</source>
            <translation>发生时触发；提示 %1</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 秒</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>%1 days</source>
            <translation>%1 天</translation>
        </message>
        <message>
            <source>New alert rule</source>
            <translation>新建告警规则</translation>
        </message>
        <message>
            <source>Alert rule</source>
            <translation>告警规则</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>What is watched</source>
            <translation>监控对象</translation>
        </message>
        <message>
            <source>above</source>
            <translation>高于</translation>
        </message>
        <message>
            <source>below</source>
            <translation>低于</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>阈值</translation>
        </message>
        <message>
            <source>Over at</source>
            <translation>解除值</translation>
        </message>
        <message>
            <source>empty: at the threshold</source>
            <translation>留空：等于阈值</translation>
        </message>
        <message>
            <source>For so many minutes</source>
            <translation>持续分钟数</translation>
        </message>
        <message>
            <source>Told for so many minutes</source>
            <translation>提示分钟数</translation>
        </message>
        <message>
            <source>Switched on</source>
            <translation>启用</translation>
        </message>
        <message>
            <source>GPU utilization</source>
            <translation>GPU 利用率</translation>
        </message>
        <message>
            <source>GPU engine active</source>
            <translation>GPU 引擎活跃度</translation>
        </message>
        <message>
            <source>GPU memory in use</source>
            <translation>已用 GPU 显存</translation>
        </message>
        <message>
            <source>Power of a GPU</source>
            <translation>GPU 功耗</translation>
        </message>
        <message>
            <source>GPU temperature</source>
            <translation>GPU 温度</translation>
        </message>
        <message>
            <source>GPU memory temperature</source>
            <translation>显存温度</translation>
        </message>
        <message>
            <source>Time slowed by heat</source>
            <translation>因过热降速的时间</translation>
        </message>
        <message>
            <source>Time held by the power limit</source>
            <translation>受功率上限限制的时间</translation>
        </message>
        <message>
            <source>Requests running</source>
            <translation>运行中的请求</translation>
        </message>
        <message>
            <source>Requests waiting</source>
            <translation>等待中的请求</translation>
        </message>
        <message>
            <source>KV cache in use</source>
            <translation>已用 KV 缓存</translation>
        </message>
        <message>
            <source>Output tokens per second</source>
            <translation>每秒输出 token 数</translation>
        </message>
        <message>
            <source>Preemptions per second</source>
            <translation>每秒抢占次数</translation>
        </message>
        <message>
            <source>Time to first token, p95</source>
            <translation>首 token 时间，p95</translation>
        </message>
        <message>
            <source>Time per output token, p95</source>
            <translation>每输出 token 时间，p95</translation>
        </message>
        <message>
            <source>Time between tokens, p95</source>
            <translation>token 间隔时间，p95</translation>
        </message>
        <message>
            <source>Whole request, p95</source>
            <translation>整个请求，p95</translation>
        </message>
        <message>
            <source>Time in the queue, p95</source>
            <translation>排队时间，p95</translation>
        </message>
        <message>
            <source>CPU of a machine</source>
            <translation>机器 CPU</translation>
        </message>
        <message>
            <source>Memory of a machine</source>
            <translation>机器内存</translation>
        </message>
        <message>
            <source>Load of a machine</source>
            <translation>机器负载</translation>
        </message>
        <message>
            <source>A name of 1 to 200 characters would be accepted.</source>
            <translation>可接受 1 到 200 个字符的名称。</translation>
        </message>
        <message>
            <source>A number would be accepted, as 85 or 0.5.</source>
            <translation>可接受数字，例如 85 或 0.5。</translation>
        </message>
        <message>
            <source>A value not above the threshold would be accepted.</source>
            <translation>可接受不高于阈值的值。</translation>
        </message>
        <message>
            <source>A value not below the threshold would be accepted.</source>
            <translation>可接受不低于阈值的值。</translation>
        </message>
        <message>
            <source>0 to 86,400 minutes would be accepted.</source>
            <translation>可接受 0 到 86,400 分钟。</translation>
        </message>
        <message>
            <source>Silence…</source>
            <translation>静默…</translation>
        </message>
        <message>
            <source>Silence the alert</source>
            <translation>静默告警</translation>
        </message>
        <message>
            <source>For</source>
            <translation>时长</translation>
        </message>
        <message numerus="yes">
            <source>%n h</source>
            <comment>hours</comment>
            <translation>
                <numerusform>%n 小时</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n d</source>
            <comment>days</comment>
            <translation>
                <numerusform>%n 天</numerusform>
            </translation>
        </message>
        <message>
            <source>other</source>
            <comment>length of time</comment>
            <translation>自定义</translation>
        </message>
        <message>
            <source>Hours</source>
            <translation>小时</translation>
        </message>
        <message>
            <source>no longer</source>
            <translation>取消静默</translation>
        </message>
        <message>
            <source>Comment</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>why, for those who see it later</source>
            <translation>原因，供以后查看</translation>
        </message>
        <message>
            <source>0.1 to 8,760 hours would be accepted.</source>
            <translation>可接受 0.1 到 8,760 小时。</translation>
        </message>
        <message>
            <source>%1, silenced until %2</source>
            <comment>state, moment</comment>
            <translation>%1，静默至 %2</translation>
        </message>
    </context>
    <context>
        <name>PlanWatchTexts</name>
        <message>
            <source>Plan against actual</source>
            <translation>计划与实际对比</translation>
        </message>
        <message>
            <source>Plan against actual: %1</source>
            <translation>计划与实际对比：%1</translation>
        </message>
        <message>
            <source>Watch this plan</source>
            <translation>监控此方案</translation>
        </message>
        <message>
            <source>Binds the open scenario to this source and freezes scenario, plan, catalog and calibration, as a proposal does.</source>
            <translation>将当前方案绑定到该来源，并像建议书一样冻结方案、计划、目录与校准。</translation>
        </message>
        <message>
            <source>Bind anew</source>
            <translation>重新绑定</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>解除绑定</translation>
        </message>
        <message>
            <source>The plan is no longer held against the source; what was frozen stays in the scenario's history.</source>
            <translation>不再与该来源对比；已冻结的内容保留在方案历史中。</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Watch this plan: what is planned now is frozen and held against what the source reports, whatever prices do later.</source>
            <translation>监控此方案：冻结当前计划，并与来源上报的数据对比，不受之后价格变动影响。</translation>
        </message>
        <message>
            <source>The open scenario has no plan that could be watched.</source>
            <translation>当前方案没有可监控的计划。</translation>
        </message>
        <message>
            <source>%1 is no longer watched: add it again, or bind the plan anew.</source>
            <translation>已不再监控 %1：请重新添加，或重新绑定方案。</translation>
        </message>
        <message>
            <source>This source is the demo cluster: what it measures is made up.</source>
            <translation>该来源是演示集群：其测量值为虚构数据。</translation>
        </message>
        <message>
            <source>The plan is frozen and watched.</source>
            <translation>计划已冻结并开始监控。</translation>
        </message>
        <message>
            <source>The plan is no longer watched.</source>
            <translation>已停止监控该计划。</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>计划</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>当前</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>GPUs</source>
            <translation>GPU 数</translation>
        </message>
        <message>
            <source>Requests per second (planned: the peak)</source>
            <translation>每秒请求数（计划为峰值）</translation>
        </message>
        <message>
            <source>Time to first token, p95 (now: the slowest engine)</source>
            <translation>首 Token 时间 p95（当前为最慢引擎）</translation>
        </message>
        <message>
            <source>Time per output token, p95 (now: the slowest engine)</source>
            <translation>每输出 Token 时间 p95（当前为最慢引擎）</translation>
        </message>
        <message>
            <source>Cost a month</source>
            <translation>每月成本</translation>
        </message>
        <message>
            <source>%1 at today's prices</source>
            <translation>按今日价格 %1</translation>
        </message>
        <message>
            <source>the same</source>
            <translation>相同</translation>
        </message>
    </context>
    <context>
        <name>LengthImport</name>
        <message numerus="yes">
            <source>%n steps; half within %1, 95 of 100 within %2 tokens</source>
            <translation>
                <numerusform>%n 档；一半不超过 %1，100 个中 95 个不超过 %2 token</numerusform>
            </translation>
        </message>
        <message>
            <source>From a file …</source>
            <translation>从文件…</translation>
        </message>
        <message>
            <source>Lengths as counted</source>
            <translation>统计得到的长度</translation>
        </message>
        <message>
            <source>Lists of lengths (*.csv *.tsv *.txt);;All files (*)</source>
            <translation>长度列表 (*.csv *.tsv *.txt);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Lengths from a file</source>
            <translation>来自文件的长度</translation>
        </message>
    </context>
</TS>
